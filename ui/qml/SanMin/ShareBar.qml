pragma ComponentBehavior: Bound
import QtQuick

// The shares of the marks in one bar, always in the ballot's order; each has its own tone and pattern of gaps.
Rectangle {
    id: bar

    required property var marks
    readonly property var tones: Theme.highContrast ? ["#000000", "#595959", "#B0B0B0", "#FFFFFF"] : [Theme.pine, Theme.sky, Theme.tile, Theme.hair]

    radius: Theme.px(6) // shares begin and end where they should, so there is nothing round
    color: Theme.mist
    border.width: Theme.highContrast ? Theme.stroke : 0
    clip: true

    Row {
        anchors.fill: parent
        anchors.margins: bar.border.width
        Repeater {
            model: bar.marks
            Rectangle {
                required property var modelData
                required property int index
                width: Math.round((bar.width - 2 * bar.border.width) * modelData.share / 100)
                height: bar.height - 2 * bar.border.width
                color: bar.tones[index % bar.tones.length]
                Rectangle {
                    visible: parent.index > 0 && parent.width > 0
                    width: Theme.px(3)
                    height: bar.height - 2 * bar.border.width
                    color: Theme.surface
                }
            }
        }
    }
}
