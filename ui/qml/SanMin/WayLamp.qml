pragma ComponentBehavior: Bound
import QtQuick

// One lamp of the way: lit with a tick, three dots where it goes next, a dashed ring for what is to come.
Item {
    id: lamp

    required property string phase
    property string closing: "" // the sign of an end other than adoption
    property int order: 0
    property bool glowing: !Theme.highContrast
    property real lit: 0
    readonly property bool done: phase === "done" || phase === "now"
    readonly property bool goal: closing === ""

    implicitWidth: Theme.px(64)
    implicitHeight: implicitWidth

    Component.onCompleted: light.start()

    SequentialAnimation {
        id: light
        PauseAnimation {
            duration: Theme.calmMotion ? 0 : 420 + lamp.order * 120
        }
        NumberAnimation {
            target: lamp
            property: "lit"
            to: lamp.done ? 1 : 0
            duration: Theme.appear
            easing.type: Theme.easeOut
        }
    }
    Rectangle {
        anchors.centerIn: parent
        visible: lamp.glowing && lamp.goal
        width: parent.width * 1.46
        height: width
        radius: width / 2
        color: Theme.lamp
        opacity: 0.34 * lamp.lit
    }
    Rectangle {
        anchors.fill: parent
        radius: width / 2
        color: lamp.phase === "next" ? Theme.surface : Theme.mist
        border.width: Theme.stroke
        border.color: Theme.edge
        Icon {
            visible: lamp.phase === "later" || lamp.phase === "passed"
            anchors.centerIn: parent
            name: "blank"
            color: Theme.ink2
            size: Math.round(lamp.width * 0.56)
        }
        Row {
            visible: lamp.phase === "next"
            anchors.centerIn: parent
            spacing: Math.round(lamp.width * 0.1)
            Repeater {
                model: 3
                Rectangle {
                    width: Math.round(lamp.width * 0.12)
                    height: width
                    radius: width / 2
                    color: Theme.ink2
                }
            }
        }
    }
    Rectangle {
        anchors.fill: parent
        radius: width / 2
        opacity: lamp.lit
        color: lamp.goal ? Theme.pine : Theme.sea
        border.width: Theme.px(4)
        border.color: Theme.ink
        Icon {
            anchors.centerIn: parent
            name: lamp.goal ? "check" : lamp.closing
            color: Theme.onFill
            size: Math.round(lamp.width * 0.6)
        }
    }
}
