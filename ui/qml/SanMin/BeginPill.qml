pragma ComponentBehavior: Bound
import QtQuick

// What the attract loop asks for, in both languages at once; after a touch while the kiosk is still opening it says so.
Rectangle {
    id: pill

    property bool waiting: false

    width: words.implicitWidth + Theme.px(120)
    height: Theme.px(120)
    radius: height / 2
    color: Theme.surface
    border.width: Theme.highContrast ? Theme.stroke : 0
    EdgeShadow {
        level: 2
        radius: Theme.px(60)
    }
    Row {
        id: words
        anchors.centerIn: parent
        spacing: Theme.px(28)
        Icon {
            name: "touch"
            color: Theme.tile
            size: Theme.px(60)
            anchors.verticalCenter: parent.verticalCenter
        }
        SerifText {
            text: pill.waiting ? "马上就好，请稍等" : "轻触屏幕，开始"
            size: Theme.px(52)
            anchors.verticalCenter: parent.verticalCenter
        }
        SansText {
            text: pill.waiting ? "Just a moment" : "Touch to begin"
            size: Theme.px(Theme.elder ? 40 : 34)
            color: Theme.ink2
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
