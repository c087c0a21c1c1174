pragma ComponentBehavior: Bound
import QtQuick

// The row over the keys: what is being spelt, the first words for it, and the way to all of them.
Card {
    id: bar

    required property PinyinEngine engine
    property string hint: ""
    readonly property bool roomy: !Theme.portrait && !Theme.elder
    signal more

    radius: Theme.rButton

    SansText {
        visible: bar.engine.words.length === 0
        x: Theme.px(28)
        width: parent.width - 2 * x
        height: parent.height
        text: bar.hint
        size: Theme.tMin
        color: Theme.ink2
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.tMin
    }
    Row {
        id: spelt
        x: Theme.px(28)
        height: parent.height
        spacing: Theme.px(20)
        visible: bar.roomy && bar.engine.choosing && letters.implicitWidth < Theme.px(400)
        SansText {
            id: letters
            height: parent.height
            text: bar.engine.pending
            strong: true
            color: Theme.sea
            rightPadding: Theme.px(12)
        }
        Rectangle {
            width: Theme.px(2)
            height: Theme.px(52)
            color: Theme.hair
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    CandidateFlow {
        id: flow
        anchors.left: parent.left
        anchors.leftMargin: spelt.visible ? spelt.width + Theme.px(44) : Theme.px(10)
        anchors.right: all.left
        anchors.rightMargin: Theme.s2
        anchors.verticalCenter: parent.verticalCenter
        words: bar.engine.words
        firstTaken: bar.engine.choosing
        onChosen: word => bar.engine.choose(word)
    }
    Key {
        id: all
        objectName: "candidates-more"
        visible: flow.more
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(8)
        anchors.verticalCenter: parent.verticalCenter
        width: bar.roomy ? Theme.px(196) : Theme.px(76)
        height: Theme.px(76)
        symbol: "down"
        text: qsTr("更多字")
        outlined: true
        focusPolicy: Qt.NoFocus
        onClicked: bar.more()
    }
}
