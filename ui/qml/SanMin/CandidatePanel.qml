pragma ComponentBehavior: Bound
import QtQuick

// All words for what was spelt, page by page.
Card {
    id: panel

    required property PinyinEngine engine
    property string hint: ""
    property bool closable: true
    readonly property int inset: Theme.px(12)
    readonly property int keyHeight: Theme.px(76)
    signal closed

    radius: Theme.rButton

    SansText {
        visible: panel.engine.words.length === 0
        x: Theme.px(24)
        y: Theme.px(16)
        width: parent.width - 2 * x
        text: panel.hint
        size: Theme.tMin
        color: Theme.ink2
        wrapMode: Text.Wrap
    }
    CandidateFlow {
        id: flow
        x: panel.inset
        y: panel.inset
        width: parent.width - 2 * x
        rows: Math.max(1, Math.floor((parent.height - 2 * panel.inset - panel.keyHeight) / (rowHeight + gap)))
        words: panel.engine.words
        firstTaken: panel.engine.choosing
        onChosen: word => {
            panel.engine.choose(word);
            if (!panel.engine.choosing)
                panel.closed();
        }
    }
    Row {
        id: keys
        visible: panel.closable || flow.more || flow.before
        anchors.right: parent.right
        anchors.rightMargin: panel.inset
        anchors.bottom: parent.bottom
        anchors.bottomMargin: panel.inset
        spacing: Theme.s2
        Key {
            objectName: "candidates-before"
            width: Math.min(Theme.px(210), Math.floor((panel.width - 2 * panel.inset - Theme.s2) / 2))
            height: panel.keyHeight
            outlined: true
            symbol: "up"
            text: qsTr("前面的字")
            enabled: flow.before
            focusPolicy: Qt.NoFocus
            onClicked: flow.back()
        }
        Key {
            objectName: "candidates-after"
            width: Math.min(Theme.px(210), Math.floor((panel.width - 2 * panel.inset - Theme.s2) / 2))
            height: panel.keyHeight
            outlined: true
            symbol: "down"
            text: qsTr("后面的字")
            enabled: flow.more
            focusPolicy: Qt.NoFocus
            onClicked: flow.forward()
        }
        Key {
            objectName: "candidates-close"
            visible: panel.closable
            width: Theme.px(210)
            height: panel.keyHeight
            func: true
            symbol: "close"
            text: qsTr("收起")
            focusPolicy: Qt.NoFocus
            onClicked: panel.closed()
        }
    }
}
