import QtQuick

// A white surface with a soft shadow; in high contrast an outline instead.
Rectangle {
    id: card

    property int level: 1 // 0 for no shadow

    color: Theme.surface
    radius: Theme.rCard
    border.width: Theme.highContrast ? Theme.stroke : 0
    border.color: Theme.ink

    EdgeShadow {
        level: Math.max(1, card.level)
        visible: card.level > 0 && !Theme.highContrast
        radius: card.radius
    }
}
