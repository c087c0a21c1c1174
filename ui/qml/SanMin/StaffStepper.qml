pragma ComponentBehavior: Bound
import QtQuick

// A quantity with a step down and a step up.
Card {
    id: stepper

    required property string symbol
    required property string title
    required property string value
    readonly property bool bare: title === ""
    property string less: ""
    property string more: ""
    signal step(int by)

    Icon {
        id: sign
        x: Theme.px(28)
        name: stepper.symbol
        color: Theme.sea
        size: Theme.px(48)
        anchors.verticalCenter: parent.verticalCenter
    }
    SerifText {
        anchors.left: sign.right
        anchors.leftMargin: Theme.px(20)
        anchors.right: buttons.left
        anchors.rightMargin: Theme.px(12)
        height: parent.height
        text: Theme.han(stepper.bare ? stepper.value : stepper.title + " " + stepper.value)
        size: Theme.t(36)
        lead: 1.2
        fontSizeMode: Text.HorizontalFit
    }
    Row {
        id: buttons
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(18)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s2
        SecondaryButton {
            objectName: stepper.objectName + "-less"
            height: Math.min(stepper.height - Theme.px(20), Theme.button)
            side: Theme.px(stepper.bare ? 12 : 18)
            size: stepper.bare ? Theme.tMin : Theme.t(32)
            text: stepper.less
            onClicked: stepper.step(-1)
        }
        SecondaryButton {
            objectName: stepper.objectName + "-more"
            height: Math.min(stepper.height - Theme.px(20), Theme.button)
            side: Theme.px(stepper.bare ? 12 : 18)
            size: stepper.bare ? Theme.tMin : Theme.t(32)
            text: stepper.more
            onClicked: stepper.step(1)
        }
    }
}
