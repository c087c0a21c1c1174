pragma ComponentBehavior: Bound
import QtQuick

// A long text, one page of whole lines at a time: no drag, no scroll bar, nothing cut off.
Item {
    id: paged

    required property string text
    property int size: Theme.tLead
    property string family: Theme.sans
    property color ink: Theme.ink
    property int page: 0
    readonly property int pages: starts.length
    property var starts: [0] // where each page begins in the text
    readonly property string words: Theme.han(text)
    readonly property int line: Math.round(size * 1.6)
    readonly property int wanted: measure.lineCount * line // px in height that the whole text takes
    readonly property int barHeight: Theme.px(Theme.elder ? 100 : 76)

    // Where lines break is asked of a hidden editor of the same width and font.
    function lay() {
        if (measure.width <= 0 || height <= 0)
            return;
        const lines = Math.max(1, Math.round(measure.contentHeight / metrics.height));
        const whole = Math.max(1, Math.floor(height / line));
        const fit = lines <= whole ? whole : Math.max(1, Math.floor((height - barHeight - Theme.s3) / line));
        const made = [];
        for (let first = 0; first < lines; first += fit)
            made.push(first === 0 ? 0 : measure.positionAt(0, (first + 0.5) * metrics.height));
        starts = made;
        page = Math.min(page, made.length - 1);
    }

    onWordsChanged: {
        page = 0;
        Qt.callLater(lay);
    }
    onWidthChanged: Qt.callLater(lay)
    onHeightChanged: Qt.callLater(lay)
    onSizeChanged: Qt.callLater(lay)
    Component.onCompleted: lay()

    FontMetrics {
        id: metrics
        font: measure.font
    }
    TextEdit {
        id: measure
        visible: false
        readOnly: true
        width: paged.width
        text: paged.words
        textFormat: TextEdit.PlainText
        wrapMode: TextEdit.Wrap
        font.family: paged.family
        font.bold: Theme.highContrast
        font.pixelSize: paged.size
        font.features: ({
                "chws": 1
            })
    }
    SansText {
        objectName: "page-words"
        width: parent.width
        text: paged.words.slice(paged.starts[paged.page] ?? 0, paged.starts[paged.page + 1] ?? paged.words.length).replace(/\n$/, "")
        size: paged.size
        lead: 1.6
        font.family: paged.family
        color: paged.ink
        wrapMode: Text.Wrap
        verticalAlignment: Text.AlignTop
    }
    Row {
        id: bar
        visible: paged.pages > 1
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        spacing: Theme.s2
        SansText {
            visible: paged.width > implicitWidth + before.width + after.width + 3 * Theme.s2
            text: Theme.han(qsTr("第 %1 页，共 %2 页").arg(paged.page + 1).arg(paged.pages))
            size: Theme.tMin
            color: Theme.ink2
            height: paged.barHeight
            rightPadding: Theme.s3
        }
        SecondaryButton {
            id: before
            objectName: "text-before"
            height: paged.barHeight
            symbol: "up"
            text: qsTr("上一页")
            enabled: paged.page > 0
            onClicked: paged.page -= 1
        }
        SecondaryButton {
            id: after
            objectName: "text-after"
            height: paged.barHeight
            symbol: "down"
            text: qsTr("下一页")
            enabled: paged.page + 1 < paged.pages
            onClicked: paged.page += 1
        }
    }
}
