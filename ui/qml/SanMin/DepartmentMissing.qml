pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Says honestly which of the mandatory topics has no chapter in the report.
Row {
    id: note

    required property DepartmentModel model

    visible: words.text !== ""
    spacing: Theme.px(12)
    Icon {
        name: "info"
        color: Theme.amber
        size: Math.round(Theme.tMin * 1.15)
        y: Math.round((Theme.tMin * 1.3 - height) / 2)
    }
    SansText {
        id: words
        width: note.width - Theme.tMin * 1.15 - note.spacing
        text: Theme.say(note.model.missing)
        size: Theme.tMin
        lead: 1.3
        color: Theme.amber
        wrapMode: Text.Wrap
    }
}
