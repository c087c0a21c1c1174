pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The boxes of a one-time code in groups of five; the next one to fill is marked.
Flow {
    id: boxes

    required property EnrolModel model
    readonly property int perRow: width > Theme.px(1400) ? 20 : 10
    readonly property int gap: Theme.px(8)
    readonly property int between: Theme.px(28)
    readonly property int boxWidth: Math.floor((width - (perRow / 5 - 1) * between - perRow / 5 * 4 * gap) / perRow)

    spacing: between

    Repeater {
        model: boxes.model.length / 5
        Row {
            id: group
            required property int index
            spacing: boxes.gap
            Repeater {
                model: 5
                Rectangle {
                    required property int index
                    readonly property int place: group.index * 5 + index
                    readonly property string letter: boxes.model.code.charAt(place)
                    readonly property bool now: !boxes.model.typingAddress && place === boxes.model.code.length
                    width: boxes.boxWidth
                    height: Theme.px(84)
                    radius: Theme.px(14)
                    color: letter === "" ? Theme.mist : Theme.surface
                    border.width: now ? Theme.px(4) : Theme.stroke
                    border.color: now ? Theme.sea : Theme.edge
                    SerifText {
                        anchors.centerIn: parent
                        text: parent.letter
                        size: Theme.px(44)
                    }
                }
            }
        }
    }
}
