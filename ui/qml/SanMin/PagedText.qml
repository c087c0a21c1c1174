pragma ComponentBehavior: Bound
import QtQuick

// A long text, one page at a time: no drag, no scroll bar.
Item {
    id: paged

    required property string text
    property int size: Theme.tLead
    readonly property int step: Math.max(1, Math.floor(view.height / words.lineHeight) * words.lineHeight)
    readonly property int pages: Math.max(1, Math.ceil((words.implicitHeight - words.lineHeight * 0.5) / step))
    property int page: 0

    onTextChanged: page = 0
    onPagesChanged: page = Math.min(page, pages - 1)

    Item {
        id: view
        width: parent.width
        height: parent.height - (bar.visible ? bar.height + Theme.s3 : 0)
        clip: true
        SansText {
            id: words
            y: -paged.page * paged.step
            width: parent.width
            text: Theme.han(paged.text)
            size: paged.size
            lead: 1.6
            wrapMode: Text.Wrap
            verticalAlignment: Text.AlignTop
        }
    }
    Row {
        id: bar
        visible: paged.pages > 1
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        spacing: Theme.s2
        SansText {
            text: Theme.han(qsTr("第 %1 页，共 %2 页").arg(paged.page + 1).arg(paged.pages))
            size: Theme.tMin
            color: Theme.ink2
            height: parent.height
            rightPadding: Theme.s3
        }
        SecondaryButton {
            objectName: "text-before"
            height: Theme.px(Theme.elder ? 100 : 76)
            symbol: "up"
            text: qsTr("上一页")
            enabled: paged.page > 0
            onClicked: paged.page -= 1
        }
        SecondaryButton {
            objectName: "text-after"
            height: Theme.px(Theme.elder ? 100 : 76)
            symbol: "down"
            text: qsTr("下一页")
            enabled: paged.page + 1 < paged.pages
            onClicked: paged.page += 1
        }
    }
}
