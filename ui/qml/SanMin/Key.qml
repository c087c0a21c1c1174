pragma ComponentBehavior: Bound
import QtQuick

// A key of a small keypad.
Touchable {
    id: key

    property bool func: false
    property bool outlined: false
    property bool chosen: false
    property string symbol: ""

    implicitHeight: Theme.touch
    implicitWidth: Theme.touch
    radius: Theme.rKey

    background: Rectangle {
        radius: key.radius
        color: !key.enabled ? "transparent" : key.chosen ? Theme.sea : key.held ? Theme.air : key.func ? Theme.foam : Theme.surface
        border.width: !key.enabled ? 0 : key.held ? Theme.px(4) : key.outlined || Theme.highContrast ? Theme.stroke : 0
        border.color: key.held ? Theme.sea : Theme.edge
        SoftShadow {
            level: 1
            radius: key.radius
            visible: key.enabled && !key.outlined && !key.func && !Theme.highContrast
        }
    }

    contentItem: Item {
        SansText {
            anchors.centerIn: parent
            visible: key.symbol === ""
            text: key.text
            width: Math.min(implicitWidth, key.width - Theme.px(8))
            size: Theme.t(key.text.length > 1 ? 30 : 38)
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.tMin
            strong: key.enabled
            color: !key.enabled ? Theme.disabled : key.chosen ? Theme.onFill : Theme.ink
        }
        Icon {
            anchors.centerIn: parent
            visible: key.symbol !== ""
            name: key.symbol
            color: !key.enabled ? Theme.disabled : key.chosen ? Theme.onFill : Theme.ink
        }
    }
}
