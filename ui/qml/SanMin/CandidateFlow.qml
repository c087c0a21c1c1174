pragma ComponentBehavior: Bound
import QtQuick

// Words to choose from in rows, as many as fit; the rest is on the next pages. The first one is what space takes.
Item {
    id: flow

    required property var words
    property int rows: 1
    property bool firstTaken: true
    property var starts: [0] // where each page begins, up to the one that is shown
    property var cells: []
    property int next: 0
    readonly property int rowHeight: Theme.px(76)
    readonly property int gap: Theme.s2
    readonly property bool more: next < words.length
    readonly property bool before: starts.length > 1
    signal chosen(var word)

    function forward() {
        if (more)
            starts = starts.concat([next]);
        place();
    }
    function back() {
        if (before)
            starts = starts.slice(0, -1);
        place();
    }
    function begin() {
        starts = [0];
        place();
    }
    function place() {
        const made = [];
        let x = 0;
        let row = 0;
        let at = starts[starts.length - 1];
        for (; at < words.length; at++) {
            const need = Math.max(Theme.px(92), Math.ceil(metrics.advanceWidth(words[at].text)) + Theme.px(44));
            if (x > 0 && x + need > width) {
                row += 1;
                x = 0;
            }
            if (row >= rows || need > width)
                break;
            made.push({
                "x": x,
                "y": row * (rowHeight + gap),
                "width": need,
                "word": words[at],
                "at": at
            });
            x += need + gap;
        }
        cells = made;
        next = at;
    }

    onWordsChanged: begin()
    onWidthChanged: begin()
    onRowsChanged: begin()
    implicitHeight: rows * (rowHeight + gap) - gap

    FontMetrics {
        id: metrics
        font.family: Theme.sans
        font.bold: true
        font.pixelSize: Theme.t(40)
    }
    Repeater {
        model: flow.cells
        Touchable {
            id: candidate
            required property var modelData
            readonly property bool first: modelData.at === 0 && flow.firstTaken
            objectName: "candidate-" + modelData.at
            x: modelData.x
            y: modelData.y
            width: modelData.width
            height: flow.rowHeight
            radius: Theme.px(14)
            text: modelData.word.text
            focusPolicy: Qt.NoFocus
            onClicked: flow.chosen(modelData.word)
            background: Rectangle {
                radius: candidate.radius
                color: candidate.first ? Theme.sea : candidate.held ? Theme.foam : "transparent"
                border.width: candidate.held && !candidate.first ? Theme.px(3) : 0
                border.color: Theme.sea
            }
            contentItem: SansText {
                text: candidate.text
                size: Theme.t(40)
                lead: 1.2
                strong: candidate.first
                color: candidate.first ? Theme.onFill : Theme.ink
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }
}
