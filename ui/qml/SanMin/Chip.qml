pragma ComponentBehavior: Bound
import QtQuick

// A small fact with its sign; not touchable.
Rectangle {
    id: chip

    required property string text
    property string symbol: ""
    property color ink: Theme.sea
    property color ground: Theme.foam

    implicitHeight: Math.round(words.size * 1.86)
    implicitWidth: row.implicitWidth + Theme.px(36)
    radius: height / 2
    color: ground
    border.width: Theme.highContrast ? Theme.stroke : 0
    border.color: Theme.ink

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.px(10)
        Icon {
            visible: chip.symbol !== ""
            name: chip.symbol
            color: chip.ink
            size: Math.round(words.size * 1.1)
            anchors.verticalCenter: parent.verticalCenter
        }
        SansText {
            id: words
            text: Theme.han(chip.text)
            size: Theme.tMin
            strong: true
            color: chip.ink
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
