pragma ComponentBehavior: Bound
import QtQuick

// Where the keyboard is: an ink line around the shape, and white between the two so that it is seen on every ground.
Item {
    id: ring

    required property real corner
    required property real foot

    objectName: "focus-ring"
    Accessible.ignored: true
    component Line: Rectangle {
        property int away: 0 // px from the shape to the line's outer edge

        anchors.fill: parent
        color: "transparent"
        topLeftRadius: ring.corner + away
        topRightRadius: ring.corner + away
        bottomLeftRadius: ring.foot + away
        bottomRightRadius: ring.foot + away
    }
    Line {
        away: Theme.ringGap + Theme.ring
        border.width: Theme.ring
        border.color: Theme.ink
    }
    Line {
        away: Theme.ringGap
        anchors.margins: Theme.ring
        border.width: Theme.ringGap
        border.color: Theme.onFill
    }
}
