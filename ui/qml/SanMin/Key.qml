pragma ComponentBehavior: Bound
import QtQuick

// A key of a small keypad: a letter, a word, or a sign with its word where both fit, the word alone where it fits.
Touchable {
    id: key

    property bool func: false
    property bool outlined: false
    property bool chosen: false
    property bool light: false // letters of a large keyboard are not bold
    property string symbol: ""
    readonly property color words: !enabled ? Theme.disabled : chosen ? Theme.onFill : Theme.ink
    readonly property int letterSize: Theme.t(text.length > 1 ? 30 : 40)
    readonly property bool both: width > label.implicitWidth + Theme.icon + Theme.px(40)
    readonly property bool signOnly: symbol !== "" && !both && width < label.implicitWidth + Theme.px(8)

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
        Row {
            anchors.centerIn: parent
            spacing: Theme.px(12)
            Icon {
                visible: key.symbol !== "" && (key.both || key.signOnly)
                name: key.symbol
                color: key.words
                anchors.verticalCenter: parent.verticalCenter
            }
            SansText {
                id: label
                visible: !key.signOnly
                text: key.text
                width: key.symbol === "" ? Math.min(implicitWidth, key.width - Theme.px(8)) : implicitWidth
                size: key.letterSize
                lead: 1.2
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.tMin
                strong: key.enabled && !(key.light && key.text.length === 1)
                color: key.words
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
