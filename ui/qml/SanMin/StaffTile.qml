pragma ComponentBehavior: Bound
import QtQuick

// One fact for staff: what it is, how it is, and a tick; or, in sand with a triangle, what to do.
Card {
    id: tile

    required property string symbol
    required property string label
    required property string value
    property string note: ""
    property bool attention: false
    readonly property color words: attention ? Theme.amber : Theme.ink2
    readonly property int inset: Theme.px(22)

    radius: Theme.px(24)
    color: attention ? Theme.sand : Theme.surface
    border.width: attention ? Math.max(Theme.stroke, Theme.px(3)) : Theme.highContrast ? Theme.stroke : 0
    border.color: attention ? Theme.amber : Theme.ink
    level: attention ? 0 : 1

    Column {
        x: tile.inset
        width: parent.width - 2 * tile.inset
        anchors.verticalCenter: parent.verticalCenter
        Item {
            width: parent.width
            height: Math.max(Theme.px(40), name.implicitHeight)
            Icon {
                id: sign
                name: tile.symbol
                color: tile.words
                size: Theme.px(36)
                anchors.verticalCenter: parent.verticalCenter
            }
            SansText {
                id: name
                anchors.left: sign.right
                anchors.leftMargin: Theme.px(8)
                anchors.right: state.left
                anchors.rightMargin: Theme.px(2)
                anchors.verticalCenter: parent.verticalCenter
                text: Theme.han(tile.label)
                size: Theme.tMin
                lead: 1.2
                color: tile.words
            }
            Icon {
                id: state
                anchors.right: parent.right
                name: tile.attention ? "warn" : "checkc"
                color: tile.attention ? Theme.amber : Theme.pine
                size: Theme.px(38)
                anchors.verticalCenter: parent.verticalCenter
            }
        }
        SerifText {
            width: parent.width
            text: Theme.han(tile.value)
            size: Theme.t(Theme.language === "en" ? 38 : 42)
            lead: 1.2
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.tMin
        }
        SansText {
            visible: text !== ""
            width: parent.width
            text: Theme.han(tile.note)
            size: Theme.tMin
            lead: 1.25
            color: tile.words
            wrapMode: Text.Wrap
        }
    }
}
