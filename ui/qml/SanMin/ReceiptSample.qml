pragma ComponentBehavior: Bound
import QtQuick

// Where on a receipt the code stands: a drawn receipt whose code is ringed.
Card {
    id: sample

    implicitHeight: Theme.px(264)
    implicitWidth: Theme.px(560)
    Accessible.ignored: true

    Rectangle {
        id: plate
        x: Theme.px(32)
        width: Theme.px(136)
        height: width
        anchors.verticalCenter: parent.verticalCenter
        radius: Theme.rKey
        color: Theme.mist
        border.width: Theme.highContrast ? Theme.stroke : 0
        Icon {
            anchors.centerIn: parent
            name: "qr"
            color: Theme.ink2
            size: Theme.px(96)
        }
    }
    SansText {
        id: head
        x: plate.x + plate.width + Theme.px(44)
        y: Theme.px(24)
        text: qsTr("回执编号")
        size: Theme.tMin
        lead: 1.3
        color: Theme.ink2
    }
    Rectangle {
        id: ring
        x: head.x - Theme.px(16)
        y: head.y + head.height
        width: code.implicitWidth + Theme.px(32)
        height: Theme.px(64)
        radius: height / 2
        color: "transparent"
        border.width: Theme.px(4)
        border.color: Theme.highContrast ? Theme.ink : Theme.coral
        SerifText {
            id: code
            anchors.centerIn: parent
            text: "XXXX-XXXX-XX"
            size: Theme.t(36)
            lead: 1.2
            color: Theme.ink2
        }
    }
    ReceiptWave {
        x: head.x
        y: ring.y + ring.height + Theme.px(6)
        width: sample.width - x - Theme.px(40)
        height: Theme.px(84)
        opacity: 0.6
        heights: Array.from({
            "length": 36
        }, (_, i) => (i * 7 % 12) / 12)
    }
}
