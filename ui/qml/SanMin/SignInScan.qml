pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Show the card to the scanner or camera.
Item {
    id: scan

    required property SignInModel model
    required property Shell shell
    required property int half
    readonly property bool wide: !Theme.portrait
    readonly property bool low: Theme.lowered
    readonly property bool camera: model.hasCamera
    readonly property int leftWidth: wide ? Theme.px(Theme.elder ? 880 : 800) : width
    readonly property int pictureWidth: wide ? (low ? Theme.px(760) : width - leftWidth - Theme.px(40)) : width
    readonly property int foot: height - Theme.px(low ? 10 : 36)
    readonly property var steps: [[qsTr("拿出代表证"), qsTr("手机里的二维码也行")], [camera ? qsTr("对准屏幕下方的镜头") : qsTr("对准屏幕下方的红光"), qsTr("离一个手掌远，停一下")], [qsTr("屏幕一变，就好了"), qsTr("最多等三秒")]]
    readonly property var shown: Theme.elder ? [steps[1]] : steps

    Column {
        id: head
        width: scan.leftWidth
        spacing: Theme.px(24)
        Eyebrow {
            text: qsTr("市民代表签到")
        }
        SerifText {
            width: parent.width
            text: scan.camera ? qsTr("请把代表证\n举到镜头前") : qsTr("请把代表证\n对准扫码枪")
            size: Theme.px((scan.wide ? 84 : 88) * (Theme.language === "en" ? 0.88 : 1))
            lead: 1.2
        }
    }
    Grid {
        id: hints
        y: scan.low && scan.wide ? scan.half : head.height + Theme.px(scan.wide ? (Theme.language === "en" ? 34 : 46) : 36)
        columns: scan.low && scan.wide ? 3 : 1
        columnSpacing: Theme.px(24)
        rowSpacing: Theme.px(scan.wide && Theme.language !== "en" ? 24 : 18)
        Repeater {
            model: scan.shown
            SignInStep {
                required property var modelData
                required index
                width: !scan.low || !scan.wide ? scan.leftWidth : scan.shown.length === 1 ? scan.width : Math.floor((scan.width - Theme.px(48)) / 3)
                symbol: Theme.elder ? (scan.camera ? "camera" : "scanner") : ""
                title: modelData[0]
                line: modelData[1]
            }
        }
    }
    Flow {
        id: acts
        y: scan.wide && !scan.low ? Math.min(Theme.px(Theme.language === "en" ? 752 : 724), scan.foot - height) : scan.low ? scan.foot - height : hints.y + hints.height + Theme.px(40)
        width: scan.wide && !scan.low ? scan.leftWidth : scan.width
        spacing: Theme.px(14)
        SecondaryButton {
            objectName: "no-card"
            side: Theme.px(18)
            height: Theme.px(Theme.elder ? 116 : 96)
            symbol: "staff"
            text: Theme.elder ? qsTr("没带证，叫人") : qsTr("没带证？叫工作人员")
            onClicked: scan.shell.callStaff()
        }
        SecondaryButton {
            objectName: "not-representative"
            side: Theme.px(18)
            height: Theme.px(Theme.elder ? 116 : 96)
            ink: Theme.ink
            symbol: "back"
            text: qsTr("我不是代表")
            onClicked: scan.shell.home()
        }
    }
    SignInPicture {
        model: scan.model
        x: scan.width - width
        y: scan.low && !scan.wide ? hints.y + hints.height + Theme.px(36) : scan.wide ? Theme.px(8) : acts.y + acts.height + Theme.px(44)
        width: scan.pictureWidth
        height: scan.low ? (scan.wide ? scan.half - Theme.px(40) : acts.y - Theme.px(36)) - y : Math.min(Theme.px(scan.wide ? 812 : 900), scan.height - y - Theme.px(36))
    }
}
