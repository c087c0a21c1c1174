pragma ComponentBehavior: Bound
import QtQuick

// A problem as citizens asked it: who answers, the question, its topic and where it comes from.
Column {
    id: asked

    required property var problem
    property int room: Theme.px(330)
    property int largest: Theme.px(64)

    spacing: Theme.px(18)
    Row {
        spacing: Theme.px(16)
        Rectangle {
            width: Theme.px(36)
            height: Theme.px(4)
            radius: height / 2
            color: Theme.highContrast ? Theme.ink : Theme.coral
            y: Math.round((Theme.tMin * 1.3 - height) / 2)
        }
        SansText {
            width: asked.width - Theme.px(52)
            text: Theme.say(asked.problem.departments)
            size: Theme.tMin
            lead: 1.3
            strong: true
            color: Theme.tile
            wrapMode: Text.Wrap
        }
    }
    FittingText {
        width: parent.width
        text: Theme.say(asked.problem.question)
        largest: asked.largest
        lead: 1.24
        room: asked.room
    }
    Flow {
        width: parent.width
        spacing: Theme.s2
        Chip {
            symbol: asked.problem.topicIcon
            text: Theme.say(asked.problem.topic)
        }
        Chip {
            symbol: asked.problem.sourceIcon
            text: Theme.say(asked.problem.source)
        }
    }
}
