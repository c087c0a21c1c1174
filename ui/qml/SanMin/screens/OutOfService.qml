pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// This kiosk helps nobody now: it says so, points to the next one, and comes back by itself.
ScreenFrame {
    id: screen

    required property OutOfServiceModel model
    readonly property var titles: ({
            "touch": qsTr("触摸屏断开了"),
            "database": qsTr("正在修复记录库"),
            "staff": qsTr("请用旁边的终端")
        })
    readonly property var lines: ({
            "touch": qsTr("请用旁边的终端。\n工作人员：检查触摸屏接线，接好就恢复。"),
            "database": qsTr("请用旁边的终端。\n修好以后，这里会自己恢复。"),
            "staff": qsTr("这台终端暂时停用。\n工作人员出示工作证就能恢复。")
        })

    header: false

    StandStill {
        anchors.fill: parent
        title: screen.titles[screen.model.reason] ?? screen.titles["staff"]
        line: screen.lines[screen.model.reason] ?? screen.lines["staff"]
        safe: qsTr("已投出、已提交的都记下了，不会丢。")
        support: screen.model.support
        supportLine: screen.model.reason + "\n" + screen.model.kiosk + " · " + screen.model.version
    }
}
