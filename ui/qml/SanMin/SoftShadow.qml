import QtQuick

// The soft shadow of a small rounded surface (levels 1 to 3), drawn once per radius and stretched.
BorderImage {
    id: shadow

    property int level: 1
    property int radius: Theme.rCard
    // How far there is any of it beyond the surface (ui/images.py).
    readonly property int sides: [0, 18, 31, 52][level]
    readonly property int up: [0, 10, 15, 28][level]
    readonly property int down: [0, 26, 47, 76][level]

    z: -1
    anchors.fill: parent
    anchors.leftMargin: -sides
    anchors.rightMargin: -sides
    anchors.topMargin: -up
    anchors.bottomMargin: -down
    border.left: sides + radius
    border.right: sides + radius
    border.top: up + radius
    border.bottom: down + radius
    visible: !Theme.highContrast
    source: "image://shadow/" + level + "/" + radius
}
