import QtQuick

// A white surface with a soft shadow; in high contrast an outline instead.
Rectangle {
    id: card

    property int level: 1

    color: Theme.surface
    radius: Theme.rCard
    border.width: Theme.highContrast ? Theme.stroke : 0
    border.color: Theme.ink

    SoftShadow {
        level: card.level
        radius: card.radius
    }
}
