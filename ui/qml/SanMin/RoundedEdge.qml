import QtQuick

// Rounds the corners of the picture it lies on: an edge of paper around it, for the software renderer has no masks.
Rectangle {
    property int corner: Theme.rCard
    readonly property int edge: Math.ceil(corner / 2)

    anchors.fill: parent
    anchors.margins: -edge
    radius: corner + edge
    color: "transparent"
    border.width: edge
    border.color: Theme.paper
}
