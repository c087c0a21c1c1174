pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes

// A dashed outline: what is left blank.
Shape {
    id: edge

    property int corner: Theme.rButton
    property alias color: line.strokeColor

    ShapePath {
        id: line
        strokeWidth: Theme.px(3)
        fillColor: "transparent"
        strokeStyle: ShapePath.DashLine
        dashPattern: [3, 2.4]
        PathRectangle {
            x: Theme.px(2)
            y: Theme.px(2)
            width: edge.width - 2 * x
            height: edge.height - 2 * y
            radius: edge.corner - Theme.px(2)
        }
    }
}
