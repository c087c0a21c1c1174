pragma ComponentBehavior: Bound
import QtQuick

// Where one is in a flow: numbers in rings, the current one filled, with its name; a tick where one has been.
Row {
    id: line

    required property var names
    required property int current
    readonly property bool named: !Theme.portrait && !Theme.elder
    readonly property int ring: Math.round(Theme.t(28) * 1.57)

    spacing: Theme.px(12)
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("第 %1 步，共 %2 步：%3").arg(current + 1).arg(names.length).arg(names[current])

    Repeater {
        model: line.names
        Row {
            id: step
            required property string modelData
            required property int index
            readonly property bool now: index === line.current
            readonly property bool done: index < line.current
            spacing: Theme.px(12)
            anchors.verticalCenter: parent?.verticalCenter
            onNowChanged: {
                step.forceLayout();
                line.forceLayout();
            }
            Rectangle {
                visible: step.index > 0
                width: Theme.px(line.named ? 32 : 20)
                height: Theme.px(2)
                color: Theme.edge
                anchors.verticalCenter: parent.verticalCenter
            }
            Rectangle {
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
                visible: step.now || line.named
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
