pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// It is recorded: a code, a QR to take along, a wave to recognise it by, and the way back by itself.
FocusScope {
    id: screen

    required property Shell shell
    required property ReceiptModel model
    readonly property bool wide: !Theme.portrait
    readonly property bool ballot: model.kind === "ballot"

    SeaScene {
        anchors.fill: parent
        visible: !Theme.highContrast
        waterline: screen.wide ? 0.66 : 0.8
    }
    Image {
        visible: !Theme.highContrast && screen.wide
        source: Qt.resolvedUrl("../../../../assets/scenery/pavilion.svg")
        sourceSize.height: Theme.px(330)
        height: Theme.px(330)
        fillMode: Image.PreserveAspectFit
        x: Theme.px(120)
        y: screen.height * 0.66 - Theme.px(300)
    }
    Column {
        x: Theme.margin
        y: Theme.px(screen.wide ? 100 : 90)
        width: screen.wide ? Theme.px(900) : screen.width - 2 * x
        spacing: Theme.px(20)
        Row {
            spacing: Theme.px(30)
            Rectangle {
                width: Theme.px(104)
                height: width
                radius: width / 2
                color: Theme.pine
                anchors.verticalCenter: parent.verticalCenter
                Icon {
                    anchors.centerIn: parent
                    name: "check"
                    color: Theme.onFill
                    size: Theme.px(68)
                }
            }
            SerifText {
                objectName: "recorded"
                text: qsTr("已记录")
                size: Theme.tMotto
                lead: 1.1
            }
        }
        SansText {
            width: parent.width
            text: Theme.han(screen.ballot ? qsTr("您的 %1 项评价已经投出。谢谢您。").arg(screen.model.count) : qsTr("您的意见已经收下。谢谢您。"))
            size: Theme.px(Theme.elder ? 46 : 38)
            wrapMode: Text.Wrap
        }
        SansText {
            visible: text !== ""
            width: parent.width
            text: Theme.han(!screen.ballot ? qsTr("凭回执编号，在任何会场都能查答复。") : screen.model.left > 0 ? qsTr("%1还有 %2 个部门，想评随时再来。").arg(Theme.say(screen.model.sessionName)).arg(screen.model.left) : "")
            size: Theme.tBody
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
    }
    Card {
        level: 3
        radius: Theme.rSheet
        width: screen.wide ? Theme.px(806) : screen.width - 2 * Theme.margin
        height: paper.height + Theme.px(96)
        x: screen.wide ? screen.width - width - Theme.margin : Theme.margin
        y: screen.wide ? Math.max(Theme.px(50), (screen.height - height) / 2 - Theme.px(10)) : Theme.px(Theme.elder ? 560 : 480)
        Column {
            id: paper
            x: Theme.px(48)
            y: Theme.px(48)
            width: parent.width - 2 * x
            spacing: Theme.px(28)
            Item {
                width: parent.width
                height: Theme.px(76)
                SerifText {
                    text: screen.ballot ? qsTr("评议回执") : qsTr("意见回执")
                    size: Theme.tCard
                    height: parent.height
                }
                Image {
                    anchors.right: parent.right
                    source: Qt.resolvedUrl("../../../../assets/logo/" + (Theme.highContrast ? "mark-ink.svg" : "mark.svg"))
                    sourceSize.width: Theme.px(76)
                    sourceSize.height: Theme.px(76)
                }
            }
            Rectangle {
                width: parent.width
                height: Theme.px(2)
                color: Theme.hair
            }
            Row {
                width: parent.width
                spacing: Theme.px(36)
                QrImage {
                    id: qr
                    text: screen.model.address
                    size: Theme.px(300)
                }
                Column {
                    width: parent.width - qr.width - Theme.px(36)
                    spacing: Theme.px(14)
                    SansText {
                        width: parent.width
                        text: qsTr("手机扫一扫带走")
                        strong: true
                        wrapMode: Text.Wrap
                    }
                    SansText {
                        width: parent.width
                        text: screen.ballot ? qsTr("它只证明您的票在公布的名单里。") : qsTr("手机上也能看办到哪一步。")
                        size: Theme.tMin
                        color: Theme.ink2
                        wrapMode: Text.Wrap
                    }
                    Row {
                        visible: screen.ballot
                        spacing: Theme.px(12)
                        width: parent.width
                        Icon {
                            id: lockSign
                            name: "lock"
                            color: Theme.pine
                            size: Theme.px(36)
                        }
                        SansText {
                            width: parent.width - lockSign.width - Theme.px(12)
                            text: qsTr("看不出您选了什么")
                            size: Theme.tMin
                            strong: true
                            color: Theme.pine
                            wrapMode: Text.Wrap
                        }
                    }
                }
            }
            Rectangle {
                width: parent.width
                height: Theme.px(236)
                radius: Theme.rButton
                color: Theme.mist
                border.width: Theme.highContrast ? Theme.stroke : 0
                SansText {
                    x: Theme.px(28)
                    y: Theme.px(20)
                    text: qsTr("回执编号")
                    size: Theme.t(28)
                    lead: 1.2
                    color: Theme.ink2
                }
                SerifText {
                    objectName: "code"
                    x: Theme.px(28)
                    y: Theme.px(60)
                    text: screen.model.code
                    size: Theme.px(60)
                    lead: 1.1
                    font.letterSpacing: Theme.px(2)
                }
                ReceiptWave {
                    x: Theme.px(28)
                    y: Theme.px(136)
                    width: parent.width - 2 * x
                    height: Theme.px(90)
                    heights: screen.model.waves
                }
            }
            Row {
                width: parent.width
                spacing: Theme.px(20)
                PrimaryButton {
                    objectName: "done"
                    width: Math.floor((parent.width - Theme.px(20)) / 2)
                    height: Theme.px(104)
                    symbol: "check"
                    text: qsTr("完成")
                    onClicked: screen.shell.endVisit()
                }
                SecondaryButton {
                    objectName: "go-on"
                    width: Math.floor((parent.width - Theme.px(20)) / 2)
                    height: Theme.px(104)
                    symbol: screen.model.signedIn ? "ballot" : "clock"
                    text: screen.model.signedIn ? qsTr("接着评") : qsTr("再看一会儿")
                    onClicked: screen.model.signedIn ? screen.model.goOn() : screen.shell.stillHere()
                }
            }
        }
    }
    Row {
        x: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(46)
        spacing: Theme.px(14)
        visible: screen.shell.idleSecondsLeft > 0
        Icon {
            name: "clock"
            color: Theme.highContrast ? Theme.ink : Theme.onFill
            size: Theme.px(36)
            anchors.verticalCenter: parent.verticalCenter
        }
        SansText {
            text: Theme.han(qsTr("%1 秒后回到首页").arg(screen.shell.idleSecondsLeft))
            size: Theme.t(30)
            strong: true
            color: Theme.highContrast ? Theme.ink : Theme.onFill
        }
    }
}
