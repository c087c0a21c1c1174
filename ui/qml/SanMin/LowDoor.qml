pragma ComponentBehavior: Bound
import QtQuick

// A door without its arch, for the lower half of the screen: sign, eyebrow, verb and a line.
Touchable {
    id: door

    required property string symbol
    required property string eyebrow
    required property string verb
    required property string line

    radius: Theme.rCard
    text: verb + " – " + eyebrow

    background: Card {
        level: 2
        radius: door.radius
        color: door.held ? Theme.foam : Theme.surface
    }
    contentItem: Item {
        opacity: door.enabled ? 1 : 0.4
        Rectangle {
            id: plate
            x: Theme.px(36)
            width: Theme.px(112)
            height: Theme.px(Theme.portrait ? 118 : 128)
            topLeftRadius: width / 2
            topRightRadius: width / 2
            bottomLeftRadius: Theme.px(20)
            bottomRightRadius: Theme.px(20)
            color: Theme.highContrast ? Theme.ink : Theme.foam
            border.width: Theme.highContrast ? Theme.stroke : 0
            anchors.verticalCenter: parent.verticalCenter
            Icon {
                anchors.centerIn: parent
                name: door.symbol
                color: Theme.highContrast ? Theme.onFill : Theme.sea
                size: Theme.px(52)
            }
        }
        Column {
            anchors.left: plate.right
            anchors.leftMargin: Theme.px(30)
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(20)
            anchors.verticalCenter: parent.verticalCenter
            SansText {
                visible: !Theme.portrait
                text: door.eyebrow
                size: Theme.tMin
                lead: 1.25
                strong: true
                color: Theme.tile
                width: parent.width
                font.capitalization: Theme.language === "en" ? Font.AllUppercase : Font.MixedCase
            }
            Row {
                spacing: Theme.px(24)
                SerifText {
                    id: verb
                    text: door.verb
                    size: Theme.px(Theme.portrait ? 50 : 54)
                    lead: 1.2
                }
                SansText {
                    visible: Theme.portrait // upright there is width beside the verb, and no height above it
                    text: door.eyebrow
                    size: Theme.tMin
                    lead: 1.25
                    strong: true
                    color: Theme.tile
                    anchors.verticalCenter: verb.verticalCenter
                }
            }
            SansText {
                text: Theme.han(door.line)
                size: Theme.tMin
                lead: 1.25
                color: Theme.ink2
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
    }
}
