pragma ComponentBehavior: Bound
import QtQuick

// The picture beside a refusal: the quiet bay, and the card with the sign of what is the matter.
Item {
    id: bay

    required property string sign
    property bool arch: false
    readonly property int corner: arch ? Math.floor(width / 2) : Theme.rSheet
    readonly property int cardWidth: Math.min(Math.round(width * 0.62), Theme.px(430), Math.round(height * 0.9))

    SeaScene {
        visible: !Theme.highContrast && !bay.arch
        anchors.fill: parent
        waterline: 0.62
    }
    RoundedEdge {
        visible: !Theme.highContrast && !bay.arch
        corner: bay.corner
    }
    // The arch: sky and sea as two rounded pieces, for the software renderer has no masks.
    Rectangle {
        visible: bay.arch && !Theme.highContrast
        width: parent.width
        height: Math.round(parent.height * 0.62)
        topLeftRadius: bay.corner
        topRightRadius: bay.corner
        gradient: Gradient {
            GradientStop {
                position: 0
                color: "#F2F6F6"
            }
            GradientStop {
                position: 0.55
                color: "#EAF3F6"
            }
            GradientStop {
                position: 1
                color: "#CFE5EE"
            }
        }
    }
    Item {
        visible: !Theme.highContrast
        width: parent.width
        height: Math.round(parent.height * 0.62)
        clip: true
        Rectangle {
            x: Math.round(parent.width * 0.17)
            y: parent.height - Math.round(height * 0.7)
            width: Theme.px(110)
            height: width
            radius: width / 2
            color: "#EF8D6F"
        }
    }
    Rectangle {
        id: water
        visible: bay.arch && !Theme.highContrast
        y: Math.round(parent.height * 0.62)
        width: parent.width
        height: parent.height - y
        bottomLeftRadius: Theme.rCard
        bottomRightRadius: Theme.rCard
        gradient: Gradient {
            GradientStop {
                position: 0
                color: "#BFDEEA"
            }
            GradientStop {
                position: 0.28
                color: "#7CB8D2"
            }
            GradientStop {
                position: 0.58
                color: "#2C769F"
            }
            GradientStop {
                position: 1
                color: "#0A456F"
            }
        }
        Repeater {
            model: 3
            Image {
                required property int index
                source: Qt.resolvedUrl("../../../assets/scenery/waves-tile-96.svg")
                sourceSize.width: Math.round(96 * (0.7 + index * 0.35))
                fillMode: Image.TileHorizontally
                y: Math.round(water.height * (0.06 + index * 0.26))
                width: water.width
                height: Math.round(48 * (0.7 + index * 0.35))
            }
        }
    }
    Image {
        visible: !Theme.highContrast
        source: Qt.resolvedUrl("../../../assets/scenery/boat.svg")
        sourceSize.height: Theme.px(170)
        height: Math.min(Theme.px(170), Math.round(bay.height * 0.3))
        fillMode: Image.PreserveAspectFit
        x: Math.round(bay.width * 0.1)
        y: Math.round(bay.height * 0.8) - Math.round(height * 0.6)
    }
    Rectangle {
        visible: Theme.highContrast
        anchors.fill: parent
        topLeftRadius: bay.corner
        topRightRadius: bay.corner
        bottomLeftRadius: Theme.rCard
        bottomRightRadius: Theme.rCard
        border.width: Theme.stroke
        border.color: Theme.ink
    }
    Rectangle {
        id: card
        width: bay.cardWidth
        height: Math.round(width * 0.63)
        x: Math.round((bay.width - width) / 2)
        y: Math.round(bay.height * 0.46 - height / 2)
        radius: Theme.px(20)
        rotation: -5
        border.width: Theme.stroke
        border.color: Theme.highContrast ? Theme.ink : Theme.hair
        Rectangle {
            width: parent.width
            height: Math.round(parent.height * 0.24)
            topLeftRadius: parent.radius
            topRightRadius: parent.radius
            color: Theme.sea
        }
        Icon {
            name: "qr"
            size: Math.round(card.height * 0.52)
            x: Math.round(card.width * 0.08)
            y: Math.round(card.height * 0.35)
        }
        Repeater {
            model: [0.3, 0.22, 0.26]
            Rectangle {
                required property real modelData
                required property int index
                x: Math.round(card.width * 0.52)
                y: Math.round(card.height * (0.4 + index * 0.17))
                width: Math.round(card.width * modelData)
                height: Theme.px(16)
                radius: height / 2
                color: Theme.highContrast ? Theme.ink : Theme.air
            }
        }
    }
    Rectangle {
        width: Math.round(bay.cardWidth * 0.34)
        height: width
        radius: width / 2
        x: card.x + card.width - Math.round(width * 0.72)
        y: card.y + card.height - Math.round(height * 0.62)
        color: Theme.sand
        border.width: Theme.px(5)
        border.color: Theme.highContrast ? Theme.ink : Theme.surface
        Icon {
            anchors.centerIn: parent
            name: bay.sign
            color: Theme.amber
            size: Math.round(parent.width * 0.56)
        }
    }
}
