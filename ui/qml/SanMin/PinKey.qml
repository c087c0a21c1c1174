pragma ComponentBehavior: Bound
import QtQuick

// A large key of the PIN pad.
Touchable {
    id: key

    property bool func: false
    property string symbol: ""

    implicitWidth: Theme.px(200)
    implicitHeight: Theme.px(170)
    radius: Theme.rCard

    background: Rectangle {
        radius: key.radius
        color: key.held ? Theme.air : key.func ? Theme.foam : Theme.mist
        border.width: key.held ? Theme.px(4) : Theme.highContrast ? Theme.stroke : 0
        border.color: Theme.sea
    }

    contentItem: Item {
        SerifText {
            anchors.centerIn: parent
            visible: key.symbol === ""
            text: key.text
            size: key.func ? Theme.t(36) : Theme.px(76)
            font.family: key.func ? Theme.sans : Theme.serif
            color: key.enabled ? Theme.ink : Theme.disabled
        }
        Icon {
            anchors.centerIn: parent
            visible: key.symbol !== ""
            name: key.symbol
            size: Theme.px(56)
        }
    }
}
