pragma ComponentBehavior: Bound
import QtQuick

// A door of the elder home screen: picture at the left, large words at the right.
Touchable {
    id: door

    required property string picture
    required property string verb
    required property string line

    radius: Theme.rSheet
    text: verb + " – " + line

    background: Card {
        level: 2
        radius: door.radius
        color: door.held ? Theme.foam : Theme.surface
    }

    contentItem: Item {
        Image {
            visible: !Theme.highContrast
            x: Theme.px(3)
            y: Theme.px(3)
            width: Math.round(parent.height * 0.9)
            height: parent.height - Theme.px(6)
            source: Qt.resolvedUrl("../../../assets/scenery/" + door.picture)
            sourceSize.height: height
            fillMode: Image.PreserveAspectCrop
            verticalAlignment: Image.AlignBottom
            clip: true
        }
        Column {
            x: Theme.highContrast ? Theme.px(48) : Math.round(parent.height * 0.9) + Theme.px(40)
            width: parent.width - x - Theme.px(24)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(8)
            SerifText {
                text: door.verb
                size: Theme.px(80)
                lead: 1.1
                width: parent.width
                height: Theme.px(100)
                fontSizeMode: Text.HorizontalFit
            }
            SansText {
                text: Theme.han(door.line)
                size: Theme.tMin
                color: Theme.ink2
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
    }
}
