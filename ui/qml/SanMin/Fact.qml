pragma ComponentBehavior: Bound
import QtQuick

// One thing that was chosen, with the way to change it.
Card {
    id: fact

    required property string symbol
    required property string label
    required property string value
    signal change

    implicitHeight: Theme.px(Theme.elder ? 150 : 122)

    Icon {
        id: sign
        x: Theme.px(28)
        name: fact.symbol
        color: Theme.sea
        size: Theme.px(44)
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        anchors.left: sign.right
        anchors.leftMargin: Theme.px(24)
        anchors.right: edit.left
        anchors.rightMargin: Theme.px(12)
        anchors.verticalCenter: parent.verticalCenter
        SansText {
            text: fact.label
            size: Theme.tMin
            lead: 1.25
            color: Theme.ink2
        }
        SansText {
            width: parent.width
            text: fact.value
            size: Theme.tBody
            lead: 1.25
            strong: true
            elide: Text.ElideRight
        }
    }
    SecondaryButton {
        id: edit
        objectName: "change-" + fact.symbol
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(16)
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.touch
        symbol: "edit"
        text: qsTr("改")
        onClicked: fact.change()
    }
}
