pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// For venue staff: one sentence that says whether all is well, the facts behind it, and the one button.
ScreenFrame {
    id: screen

    required property StaffModel model
    readonly property bool wide: !Theme.portrait
    readonly property bool well: model.state === "well"
    readonly property var titles: ({
            "well": qsTr("全部已上传"),
            "unsent": qsTr("还有记录没有上传"),
            "disk": qsTr("硬盘快满了"),
            "clock": qsTr("时钟不准"),
            "fork": qsTr("流水出现分叉，请联系技术支持")
        })
    readonly property var labels: ({
            "unsent": qsTr("待上传"),
            "recorded": qsTr("流水"),
            "pack": qsTr("内容包版本"),
            "disk": qsTr("硬盘余量"),
            "clock": qsTr("时间"),
            "kiosk": qsTr("终端")
        })
    readonly property var syncs: ({
            "running": qsTr("正在和中心联系…"),
            "done": qsTr("刚刚和中心联系过。"),
            "unreachable": qsTr("连不上中心。记录都在这台终端上，网通了会自动上传。"),
            "busy": qsTr("中心正忙，稍后会自动再试。"),
            "not-the-server": qsTr("应答的不是中心，可能是上网认证页。请检查网络。"),
            "no-room": qsTr("硬盘放不下新的内容，评议照常。")
        })

    showBack: false
    showHome: false
    title: qsTr("会场值守")
    lowHorizon: true
    headerItems: [
        QuietButton {
            objectName: "sign-out"
            symbol: "power"
            text: qsTr("退出")
            onClicked: screen.shell.endVisit()
        }
    ]

    Column {
        width: parent.width
        spacing: Theme.px(26)
        Row {
            spacing: Theme.px(30)
            width: parent.width
            Rectangle {
                width: Theme.px(110)
                height: width
                radius: width / 2
                color: screen.well ? Theme.pine : Theme.sand
                border.width: screen.well ? 0 : Theme.px(4)
                border.color: Theme.amber
                Icon {
                    anchors.centerIn: parent
                    name: screen.well ? "check" : "warn"
                    color: screen.well ? Theme.onFill : Theme.amber
                    size: Theme.px(70)
                }
            }
            SerifText {
                objectName: "staff-state"
                width: parent.width - Theme.px(150)
                height: Theme.px(110)
                text: screen.titles[screen.model.state]
                size: Theme.px(92)
                fontSizeMode: Text.Fit
                wrapMode: Text.Wrap
                maximumLineCount: 2
            }
        }
        SansText {
            width: parent.width
            text: screen.model.sync !== "" ? screen.syncs[screen.model.sync] ?? qsTr("没有同步成功：%1").arg(screen.model.sync) : Theme.say(screen.model.lastContact) === "" ? qsTr("还没有和中心联系过。") : qsTr("上次和中心联系：%1").arg(Theme.say(screen.model.lastContact))
            size: Theme.tLead
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
        Grid {
            id: tiles
            width: parent.width
            columns: screen.wide ? 3 : 2
            spacing: Theme.px(20)
            Repeater {
                model: screen.model.tiles
                Card {
                    id: tile
                    required property var modelData
                    width: Math.floor((tiles.width - (tiles.columns - 1) * tiles.spacing) / tiles.columns)
                    height: Theme.px(Theme.elder ? 210 : 176)
                    color: modelData.attention ? Theme.sand : Theme.surface
                    border.width: modelData.attention ? Theme.px(3) : Theme.highContrast ? Theme.stroke : 0
                    border.color: modelData.attention ? Theme.amber : Theme.ink
                    Icon {
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.px(28)
                        y: Theme.px(26)
                        name: tile.modelData.attention ? "warn" : "checkc"
                        color: tile.modelData.attention ? Theme.amber : Theme.pine
                        size: Theme.px(40)
                    }
                    Column {
                        x: Theme.px(32)
                        y: Theme.px(20)
                        width: parent.width - Theme.px(110)
                        Row {
                            spacing: Theme.px(12)
                            Icon {
                                name: tile.modelData.icon
                                color: Theme.ink2
                                size: Theme.px(34)
                                anchors.verticalCenter: parent.verticalCenter
                            }
                            SansText {
                                text: screen.labels[tile.modelData.id]
                                size: Theme.tMin
                                lead: 1.3
                                color: Theme.ink2
                            }
                        }
                        SerifText {
                            width: parent.width
                            text: Theme.say(tile.modelData.value)
                            size: Theme.t(44)
                            lead: 1.25
                            fontSizeMode: Text.HorizontalFit
                        }
                        SansText {
                            text: Theme.say(tile.modelData.note)
                            size: Theme.t(26)
                            lead: 1.3
                            color: Theme.ink2
                        }
                    }
                }
            }
        }
        PrimaryButton {
            objectName: "sync-now"
            width: screen.wide ? Theme.px(560) : parent.width
            height: Theme.px(110)
            symbol: "sync"
            text: screen.model.sync === "running" ? qsTr("正在同步…") : qsTr("立即同步")
            onClicked: screen.model.syncNow()
        }
    }
}
