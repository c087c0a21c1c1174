pragma ComponentBehavior: Bound
import QtQuick

// One of the three doors of the home screen: an arch onto the bay.
Touchable {
    id: door

    required property string picture
    required property string eyebrow
    required property string verb
    required property string line
    readonly property int pictureHeight: Math.round(width * 436 / 418)

    radius: width / 2
    footRadius: Theme.rCard
    text: verb + " – " + eyebrow

    background: Rectangle {
        color: Theme.surface
        topLeftRadius: door.radius
        topRightRadius: door.radius
        bottomLeftRadius: Theme.rCard
        bottomRightRadius: Theme.rCard
        border.width: Theme.highContrast ? Theme.stroke : 0
        border.color: Theme.ink
        // The arch's shadow above where it springs, the foot's below.
        Repeater {
            model: [true, false]
            Item {
                id: half
                required property bool modelData
                readonly property int spring: Math.round(door.width / 2)
                readonly property int room: Theme.px(80)
                z: -1
                x: -room
                y: modelData ? -room : spring
                width: door.width + 2 * room
                height: modelData ? spring + room : door.height - spring + room
                clip: true
                Item {
                    x: half.room
                    y: -half.y
                    width: door.width
                    height: door.height
                    EdgeShadow {
                        level: 2
                        radius: half.modelData ? half.spring : Theme.px(60)
                    }
                }
            }
        }
    }

    contentItem: Item {
        Image {
            id: picture
            width: door.width
            height: door.pictureHeight
            source: Qt.resolvedUrl("../../../assets/scenery/" + door.picture + (Theme.pxPerMm > 4.1 ? "@1.5x.png" : ".png"))
            opacity: door.enabled ? 1 : 0.4
            visible: !Theme.highContrast
            mipmap: true
        }
        Image {
            visible: Theme.highContrast
            width: door.width
            height: door.pictureHeight
            source: visible ? Qt.resolvedUrl("../../../assets/scenery/" + door.picture + "-line.svg") : ""
            sourceSize.width: door.width
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
            x: Theme.px(Theme.portrait ? 28 : 36)
            y: door.pictureHeight + Theme.px(24)
            width: door.width - x - Theme.px(20)
            spacing: Theme.px(6)
            SansText {
                text: door.eyebrow
                size: Theme.tMin
                lead: 1.3
                strong: true
                color: Theme.tile
                width: parent.width
                font.capitalization: Theme.language === "en" && !Theme.portrait ? Font.AllUppercase : Font.MixedCase
            }
            SerifText {
                text: door.verb
                size: Theme.tDoor
                lead: 1.2
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
