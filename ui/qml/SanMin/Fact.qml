pragma ComponentBehavior: Bound
import QtQuick

// One thing that was chosen, with the way to change it.
Card {
    id: fact

    required property string symbol
    required property string label
    required property string value
    readonly property bool tight: Theme.elder && Theme.lowered
    readonly property int air: Theme.px(tight ? 10 : Theme.lowered ? 18 : 32)
    signal change

    implicitHeight: Math.max(Theme.px(Theme.lowered ? 0 : 122), words.implicitHeight + air, Theme.touch + air)

    Icon {
        id: sign
        x: Theme.px(28)
        name: fact.symbol
        color: Theme.sea
        size: Theme.px(44)
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        id: words
        anchors.left: sign.right
        anchors.leftMargin: Theme.px(24)
        anchors.right: edit.left
        anchors.rightMargin: Theme.px(16)
        anchors.verticalCenter: parent.verticalCenter
        SansText {
            width: parent.width
            text: fact.label
            size: Theme.tMin
            lead: 1.25
            color: Theme.ink2
        }
        SansText {
            width: parent.width
            text: Theme.han(fact.value)
            size: Theme.tBody
            lead: 1.25
            strong: true
            wrapMode: Text.Wrap
        }
    }
    SecondaryButton {
        id: edit
        objectName: "change-" + fact.symbol
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(16)
        y: fact.tight ? fact.height - height - Math.round(fact.air / 2) : Math.round((fact.height - height) / 2)
        width: implicitWidth
        height: Theme.touch
        side: Theme.px(20)
        symbol: "edit"
        text: qsTr("改")
        Accessible.name: qsTr("改%1").arg(fact.label)
        onClicked: fact.change()
    }
}
