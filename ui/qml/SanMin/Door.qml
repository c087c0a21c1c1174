pragma ComponentBehavior: Bound
import QtQuick

// One of the three doors of the home screen: an arch onto the bay.
Touchable {
    id: door

    required property string picture
    required property string eyebrow
    required property string verb
    required property string line
    property bool flat: false
    readonly property int pictureHeight: flat ? 0 : Math.round(width * 436 / 418)

    radius: flat ? Theme.rCard : width / 2
    text: verb + " – " + eyebrow

    background: Rectangle {
        color: Theme.surface
        topLeftRadius: door.radius
        topRightRadius: door.radius
        bottomLeftRadius: Theme.rCard
        bottomRightRadius: Theme.rCard
        border.width: Theme.highContrast ? Theme.stroke : 0
        border.color: Theme.ink
        SoftShadow {
            level: 2
            radius: Theme.px(60)
            anchors.topMargin: door.flat ? -44 : door.width / 2 - 44
        }
    }

    contentItem: Item {
        Image {
            id: picture
            width: door.width
            height: door.pictureHeight
            source: Qt.resolvedUrl("../../../assets/scenery/" + door.picture + (Theme.pxPerMm > 4.1 ? "@1.5x.png" : ".png"))
            opacity: door.enabled ? 1 : 0.4
            visible: !Theme.highContrast && !door.flat
            mipmap: true
        }
        Icon {
            visible: Theme.highContrast && !door.flat
            name: door.picture === "door-report" ? "lectern" : door.picture === "door-suggest" ? "chat" : "ballot"
            size: Theme.px(180)
            x: (door.width - width) / 2
            y: (door.pictureHeight - height) / 2 + Theme.px(30)
        }
        Rectangle {
            visible: door.held
            width: door.width
            height: door.pictureHeight
            topLeftRadius: door.width / 2
            topRightRadius: door.width / 2
            color: "#14000000"
        }
        Column {
            x: Theme.px(Theme.portrait ? 30 : 36)
            y: door.pictureHeight + Theme.px(22)
            width: door.width - 2 * x
            SansText {
                text: door.eyebrow
                size: Theme.tMin
                strong: true
                color: Theme.tile
                width: parent.width
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.tMin
            }
            SerifText {
                text: door.verb
                size: Theme.tDoor
                lead: 1.1
                height: Theme.px(72)
            }
            SansText {
                text: Theme.han(door.line)
                size: Theme.tMin
                color: Theme.ink2
                width: parent.width
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.tMin
            }
        }
        Rectangle {
            visible: !Theme.portrait
            width: Theme.px(76)
            height: width
            radius: width / 2
            color: door.held ? Theme.seaDeep : Theme.sea
            x: door.width - width - Theme.px(30)
            y: door.pictureHeight + Theme.px(69)
            Icon {
                anchors.centerIn: parent
                name: "next"
                color: Theme.onFill
            }
        }
    }
}
