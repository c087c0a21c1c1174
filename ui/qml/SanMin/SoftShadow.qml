import QtQuick

// The soft shadow of a rounded surface (levels 1 to 3), drawn once per radius and stretched.
BorderImage {
    id: shadow

    property int level: 1
    property int radius: Theme.rCard
    readonly property var blurs: [0, 24, 44, 72]
    readonly property var offsets: [0, 8, 16, 24]
    readonly property int blur: blurs[level]

    z: -1
    anchors.fill: parent
    anchors.leftMargin: -blur
    anchors.rightMargin: -blur
    anchors.topMargin: -blur
    anchors.bottomMargin: -blur - offsets[level]
    border.left: blur + radius
    border.right: blur + radius
    border.top: blur + radius
    border.bottom: blur + radius + offsets[level]
    visible: !Theme.highContrast
    source: "image://shadow/" + level + "/" + radius
}
