pragma ComponentBehavior: Bound
import QtQuick

// The short line above a headline, with its coral dash.
Row {
    id: eyebrow

    required property string text
    property color ink: Theme.tile

    spacing: Theme.px(16)
    Rectangle {
        width: Theme.px(36)
        height: Theme.px(4)
        radius: height / 2
        color: Theme.highContrast ? Theme.ink : Theme.coral
        anchors.verticalCenter: parent.verticalCenter
    }
    SansText {
        text: Theme.han(eyebrow.text)
        size: Theme.tMin
        lead: 1.3
        strong: true
        color: eyebrow.ink
    }
}
