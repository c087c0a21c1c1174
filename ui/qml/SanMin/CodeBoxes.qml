pragma ComponentBehavior: Bound
import QtQuick

// The ten characters of a receipt in groups of 4-4-2, as they are printed.
Row {
    id: boxes

    required property string typed
    property bool wrong: false
    readonly property int gap: Theme.px(8)
    readonly property int boxWidth: Math.floor((width - 9 * gap - 2 * gap * 2) / 10)

    spacing: gap
    Accessible.role: Accessible.StaticText
    Accessible.name: typed

    Repeater {
        model: 10
        Item {
            id: box
            required property int index
            readonly property string letter: boxes.typed.charAt(index)
            readonly property bool now: index === boxes.typed.length
            readonly property int lead: index === 4 || index === 8 ? 2 * boxes.gap : 0
            width: boxes.boxWidth + lead
            height: Theme.px(100)
            Rectangle {
                x: box.lead
                width: boxes.boxWidth
                height: parent.height
                radius: Theme.px(14)
                color: boxes.wrong ? Theme.sand : box.letter === "" ? Theme.mist : Theme.surface
                border.width: box.now ? Theme.px(4) : Theme.stroke
                border.color: box.now ? Theme.sea : boxes.wrong ? Theme.amber : Theme.edge
                SerifText {
                    anchors.centerIn: parent
                    text: box.letter
                    size: Theme.px(52)
                    lead: 1.1
                }
            }
        }
    }
}
