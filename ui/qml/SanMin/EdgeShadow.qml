pragma ComponentBehavior: Bound
import QtQuick

// The soft shadow of a large rounded surface (levels 1 to 3), only where the surface does not hide it: without a graphics
// card what is hidden takes as long to draw as what is seen.
Item {
    id: shadow

    property int level: 1
    property int radius: Theme.rCard
    // How far there is any of it beyond the surface, and from where the surface hides it (ui/images.py).
    readonly property int sides: [0, 18, 31, 52][level]
    readonly property int up: [0, 10, 15, 28][level]
    readonly property int down: [0, 26, 47, 76][level]
    readonly property int inset: Math.ceil(0.3 * radius) + 2
    readonly property int tall: Math.max(0, height - up - down - 2 * inset)
    readonly property string drawing: "image://shadow/" + level + "/" + radius

    z: -1
    anchors.fill: parent
    anchors.leftMargin: -sides
    anchors.rightMargin: -sides
    anchors.topMargin: -up
    anchors.bottomMargin: -down
    visible: !Theme.highContrast

    BorderImage {
        width: shadow.width
        height: shadow.up + shadow.inset
        border.left: shadow.sides + shadow.radius
        border.right: shadow.sides + shadow.radius
        source: shadow.drawing + "/top"
    }
    BorderImage {
        y: shadow.height - height
        width: shadow.width
        height: shadow.down + shadow.inset
        border.left: shadow.sides + shadow.radius
        border.right: shadow.sides + shadow.radius
        source: shadow.drawing + "/bottom"
    }
    BorderImage {
        y: shadow.up + shadow.inset
        width: shadow.sides + shadow.inset
        height: shadow.tall
        border.top: shadow.radius - shadow.inset
        border.bottom: shadow.radius - shadow.inset
        source: shadow.drawing + "/left"
    }
    BorderImage {
        x: shadow.width - width
        y: shadow.up + shadow.inset
        width: shadow.sides + shadow.inset
        height: shadow.tall
        border.top: shadow.radius - shadow.inset
        border.bottom: shadow.radius - shadow.inset
        source: shadow.drawing + "/right"
    }
}
