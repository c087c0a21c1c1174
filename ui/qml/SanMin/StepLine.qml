pragma ComponentBehavior: Bound
import QtQuick

// Where one is in a flow: numbers in rings, the current one filled, with its name.
Row {
    id: line

    required property var names
    required property int current

    spacing: Theme.px(12)
    Repeater {
        model: line.names
        Row {
            id: step
            required property string modelData
            required property int index
            readonly property bool now: index === line.current
            spacing: Theme.px(12)
            Rectangle {
                visible: step.index > 0
                width: Theme.px(28)
                height: Theme.px(2)
                color: Theme.edge
                anchors.verticalCenter: parent.verticalCenter
            }
            Rectangle {
                width: Theme.px(44)
                height: width
                radius: width / 2
                color: step.now ? Theme.sea : step.index < line.current ? Theme.mint : "transparent"
                border.width: step.now ? 0 : Theme.stroke
                border.color: Theme.edge
                anchors.verticalCenter: parent.verticalCenter
                SansText {
                    anchors.centerIn: parent
                    text: step.index + 1
                    size: Theme.t(28)
                    lead: 1.1
                    strong: step.now
                    color: step.now ? Theme.onFill : Theme.ink2
                }
            }
            SansText {
                visible: step.now || !Theme.portrait && !Theme.elder
                text: step.modelData
                size: Theme.t(30)
                strong: step.now
                color: step.now ? Theme.ink : Theme.ink2
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
