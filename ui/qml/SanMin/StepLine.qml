pragma ComponentBehavior: Bound
import QtQuick

// Where one is in a flow: numbers in rings, the current one filled, with its name; a tick where one has been.
// Places are bound, not laid out by a Row, so that they are right in the same frame in which a step is taken.
Item {
    id: line

    required property var names
    required property int current
    readonly property bool named: !Theme.portrait && !Theme.elder
    readonly property int ring: Math.round(Theme.t(28) * 1.57)
    readonly property int gap: Theme.px(12)
    readonly property int dash: Theme.px(named ? 32 : 20)

    implicitHeight: Math.max(ring, Math.round(Theme.t(30) * 1.3))
    implicitWidth: end(steps.count)
    width: implicitWidth
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("第 %1 步，共 %2 步：%3").arg(current + 1).arg(names.length).arg(names[current])

    // Where the step before this one ends.
    function end(index: int): int {
        const before = steps.itemAt(index - 1);
        return before ? before.x + before.width : 0;
    }

    Repeater {
        id: steps
        model: line.names
        Item {
            id: step
            required property string modelData
            required property int index
            readonly property bool now: index === line.current
            readonly property bool done: index < line.current
            readonly property int lead: index > 0 ? 2 * line.gap + line.dash : 0
            x: line.end(index)
            width: lead + line.ring + (label.visible ? line.gap + label.implicitWidth : 0)
            height: line.height
            Rectangle {
                visible: step.index > 0
                x: line.gap
                width: line.dash
                height: Theme.px(2)
                color: Theme.edge
                anchors.verticalCenter: parent.verticalCenter
            }
            Rectangle {
                id: circle
                x: step.lead
                width: line.ring
                height: width
                radius: width / 2
                color: step.now ? Theme.sea : step.done ? Theme.mint : "transparent"
                border.width: step.now ? 0 : Theme.stroke
                border.color: step.done ? Theme.pine : Theme.edge
                anchors.verticalCenter: parent.verticalCenter
                SansText {
                    visible: !step.done
                    anchors.centerIn: parent
                    text: step.index + 1
                    size: Theme.t(28)
                    lead: 1.1
                    strong: step.now
                    color: step.now ? Theme.onFill : Theme.ink2
                }
                Icon {
                    visible: step.done
                    anchors.centerIn: parent
                    name: "check"
                    color: Theme.pine
                    size: Math.round(line.ring * 0.6)
                }
            }
            SansText {
                id: label
                visible: step.now || line.named
                x: circle.x + circle.width + line.gap
                text: step.modelData
                size: Theme.t(30)
                lead: 1.3
                strong: step.now
                color: step.now ? Theme.ink : Theme.ink2
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
