pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// When a department reports, and its name.
Column {
    id: head

    required property DepartmentModel model
    property int largest: Theme.tTitle
    property int lines: Theme.language === "en" ? 2 : 1

    spacing: Theme.px(10)
    Eyebrow {
        text: Theme.say(head.model.place)
        ink: Theme.tile
    }
    FittingText {
        width: parent.width
        text: Theme.say(head.model.name)
        largest: Math.round(head.largest * (Theme.language === "en" ? 0.8 : 1))
        lead: 1.16
        room: Math.round(head.largest * 1.2 * (head.lines > 1 ? 1.5 : 1))
    }
}
