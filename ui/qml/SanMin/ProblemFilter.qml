pragma ComponentBehavior: Bound
import QtQuick

// One filter in force, and the way to another.
Touchable {
    id: filter

    required property string symbol
    required property string label
    required property string value
    property bool given: false // the value says enough by itself

    implicitHeight: Math.max(Theme.px(Theme.elder ? 100 : 76), words.implicitHeight + Theme.px(12))
    radius: Theme.rKey
    text: label + "：" + value

    background: Rectangle {
        radius: filter.radius
        color: filter.held ? Theme.foam : Theme.surface
        border.width: Theme.stroke
        border.color: Theme.edge
    }
    contentItem: Item {
        Icon {
            id: sign
            x: Theme.px(22)
            name: filter.symbol
            color: Theme.sea
            size: Theme.px(36)
            anchors.verticalCenter: parent.verticalCenter
        }
        SansText {
            id: words
            x: sign.x + sign.width + Theme.px(16)
            width: parent.width - x - Theme.px(40)
            height: parent.height
            readonly property string said: Theme.han(filter.given ? filter.value : filter.label + (Theme.language === "en" ? ": " : "：") + filter.value)
            text: Theme.language === "en" ? said : Theme.unhung(said)
            size: Theme.tMin
            lead: 1.12
            strong: true
            color: Theme.sea
            wrapMode: Text.Wrap
        }
        Icon {
            name: "down"
            color: Theme.edge
            size: Theme.px(28)
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(12)
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
