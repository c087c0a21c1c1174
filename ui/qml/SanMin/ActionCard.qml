pragma ComponentBehavior: Bound
import QtQuick

// A smaller way in beside the doors: icon plate, title, one line.
Touchable {
    id: card

    required property string symbol
    required property string title
    required property string line

    implicitHeight: Theme.px(136)
    radius: Theme.rCard
    text: title + " – " + line

    background: Card {
        color: card.held ? Theme.foam : Theme.surface
        radius: card.radius
        border.width: card.held ? Theme.px(3) : Theme.highContrast ? Theme.stroke : 0
        border.color: Theme.sea
    }

    contentItem: Item {
        Rectangle {
            id: plate
            x: Theme.px(28)
            width: Theme.px(76)
            height: width
            radius: Theme.px(20)
            color: Theme.highContrast ? Theme.ink : Theme.foam
            anchors.verticalCenter: parent.verticalCenter
            Icon {
                anchors.centerIn: parent
                name: card.symbol
                color: Theme.highContrast ? Theme.onFill : Theme.sea
                size: Theme.px(44)
            }
        }
        Column {
            anchors.left: plate.right
            anchors.leftMargin: Theme.px(24)
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(16)
            anchors.verticalCenter: parent.verticalCenter
            SerifText {
                text: Theme.han(card.title)
                size: Theme.t(38)
                lead: 1.2
                width: parent.width
                fontSizeMode: Text.HorizontalFit
            }
            SansText {
                text: Theme.han(card.line)
                size: Theme.tMin
                lead: 1.4
                color: Theme.ink2
                width: parent.width
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.tMin
            }
        }
    }
}
