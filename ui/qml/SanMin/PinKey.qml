pragma ComponentBehavior: Bound
import QtQuick

// A large key of the PIN pad.
Touchable {
    id: key

    property bool func: false

    implicitWidth: Theme.px(200)
    implicitHeight: Theme.px(170)
    radius: Theme.rCard

    background: Rectangle {
        radius: key.radius
        color: key.held ? Theme.air : !key.enabled ? "transparent" : key.func ? Theme.foam : Theme.mist
        border.width: key.held ? Theme.px(4) : Theme.highContrast || !key.enabled ? Theme.stroke : 0
        border.color: key.enabled ? Theme.sea : Theme.hair
    }

    contentItem: Item {
        SerifText {
            anchors.centerIn: parent
            text: key.text
            size: key.func ? Theme.t(36) : Math.min(Theme.px(76), Math.round(key.height * 0.55))
            font.family: key.func ? Theme.sans : Theme.serif
            color: key.enabled ? Theme.ink : Theme.disabled
        }
    }
}
