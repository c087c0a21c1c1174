pragma ComponentBehavior: Bound
import QtQuick

// Four targets in the corners of the screen, as far out as anything may be touched.
Rectangle {
    id: corners

    required property list<var> touched
    readonly property int size: Theme.px(150)
    signal touch(int corner)
    signal giveUp

    color: Theme.paper

    MouseArea {
        anchors.fill: parent
    }
    Repeater {
        model: 4
        Touchable {
            id: target
            required property int index
            readonly property bool done: corners.touched[index] ?? false
            objectName: "corner-" + index
            width: corners.size
            height: corners.size
            x: index % 2 ? corners.width - width - Theme.guard : Theme.guard
            y: index > 1 ? corners.height - height - Math.max(Theme.guard, Theme.px(46)) : Theme.guard
            radius: Theme.rCard
            text: qsTr("第 %1 个角").arg(index + 1)
            onClicked: corners.touch(index)
            background: Rectangle {
                radius: target.radius
                color: target.done ? Theme.mint : target.held ? Theme.foam : Theme.surface
                border.width: Theme.px(4)
                border.color: target.done ? Theme.pine : Theme.sea
            }
            contentItem: Item {
                Icon {
                    anchors.centerIn: parent
                    name: target.done ? "check" : "touch"
                    color: target.done ? Theme.pine : Theme.sea
                    size: Theme.px(80)
                }
            }
        }
    }
    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.px(Theme.portrait ? 100 : 300)
        spacing: Theme.px(28)
        SerifText {
            width: parent.width
            text: qsTr("四个角都点一下")
            size: Theme.px(72)
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
        SansText {
            width: parent.width
            text: qsTr("点到的会打勾。点不动的那个角，屏幕有问题。")
            size: Theme.tLead
            color: Theme.ink2
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
        SecondaryButton {
            objectName: "corner-dead"
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, implicitWidth)
            symbol: "warn"
            text: qsTr("有一个角点不动")
            onClicked: corners.giveUp()
        }
    }
}
