pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// The kiosk cannot start: never a black screen, but what is the matter, in words, and a code for support.
ScreenFrame {
    id: screen

    required property FatalModel model
    readonly property var titles: ({
            "disk-full": qsTr("硬盘满了"),
            "database-busy": qsTr("记录库正被占用"),
            "disk": qsTr("硬盘读写不了"),
            "identity-damaged": qsTr("身份文件坏了"),
            "settings-damaged": qsTr("设置文件坏了"),
            "content-damaged": qsTr("内容包核对不上"),
            "database-damaged": qsTr("记录库打不开"),
            "database-newer": qsTr("程序比记录旧"),
            "sqlite-too-old": qsTr("数据库程序太旧"),
            "no-fonts": qsTr("缺少中文字体"),
            "screens-broken": qsTr("界面打不开"),
            "program": qsTr("程序出错了")
        })
    readonly property var lines: ({
            "disk-full": qsTr("请技术支持清出地方，之后会自己恢复。"),
            "database-busy": qsTr("另一个程序在用它，用完会自己恢复。"),
            "disk": qsTr("请技术支持检查硬盘和接线。"),
            "identity-damaged": qsTr("请技术支持用备份恢复，或领一个新的注册码。"),
            "settings-damaged": qsTr("请技术支持改好或移走 settings.toml。"),
            "content-damaged": qsTr("终端会重新取内容。一直不好，请找技术支持。"),
            "database-damaged": qsTr("请技术支持用备份恢复，不要重装这台终端。"),
            "database-newer": qsTr("记录是新版程序写的，没有动它。请技术支持装回新版。"),
            "sqlite-too-old": qsTr("请技术支持重新安装本程序。"),
            "no-fonts": qsTr("请技术支持安装软件包 fonts-noto-cjk。"),
            "screens-broken": qsTr("请技术支持重新安装本程序。"),
            "program": qsTr("请把二维码拍给技术支持。")
        })

    showBack: false
    showHome: false
    showSettings: false
    headerItems: [
        StartSettings {
            shell: screen.shell
        }
    ]

    StandStill {
        anchors.fill: parent
        title: screen.titles[screen.model.code] ?? screen.titles["program"]
        line: qsTr("请用旁边的终端，或叫工作人员。") + "\n" + (screen.lines[screen.model.code] ?? screen.lines["program"])
        safe: qsTr("已有的记录一条也没有删。")
        support: screen.model.support
        supportLine: screen.model.code + "\n" + (screen.model.kiosk === "" ? "" : screen.model.kiosk + " · ") + screen.model.version
        PrimaryButton {
            objectName: "try-again"
            symbol: "sync"
            text: qsTr("再试一次")
            height: Theme.hero
            size: Theme.t(38)
            width: Math.max(implicitWidth + Theme.px(60), Theme.px(360))
            onClicked: screen.model.tryAgain()
        }
        SansText {
            visible: screen.model.secondsLeft > 0
            height: Theme.hero
            text: Theme.han(qsTr("%n 秒后自动再试", "", screen.model.secondsLeft))
            size: Theme.t(30)
            color: Theme.ink2
        }
    }
}
