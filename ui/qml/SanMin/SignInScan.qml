pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Show the card to the scanner or camera.
Item {
    id: scan

    required property SignInModel model
    required property Shell shell
    readonly property bool wide: !Theme.portrait
    readonly property int leftWidth: wide ? Theme.px(800) : width
    property bool drawer: false

    Column {
        width: scan.leftWidth
        spacing: Theme.px(scan.wide ? 30 : 24)
        Eyebrow {
            text: qsTr("市民代表签到")
        }
        SerifText {
            width: parent.width
            text: scan.model.hasCamera ? qsTr("请把代表证\n举到镜头前") : qsTr("请把代表证\n对准扫码枪")
            size: Theme.px(scan.wide ? 84 : 88)
            lead: 1.2
        }
        Column {
            spacing: Theme.px(22)
            width: parent.width
            Repeater {
                model: [[qsTr("拿出代表证"), qsTr("手机里的二维码也行")], [scan.model.hasCamera ? qsTr("对准屏幕下方的镜头") : qsTr("对准屏幕下方的红光"), qsTr("离一个手掌远，停一下")], [qsTr("听到一声响，就好了"), qsTr("最多等三秒")]]
                Row {
                    id: hint
                    required property var modelData
                    required property int index
                    spacing: Theme.px(28)
                    Rectangle {
                        width: Theme.px(84)
                        height: width
                        radius: width / 2
                        color: hint.index === 1 ? Theme.sea : Theme.foam
                        border.width: Theme.highContrast ? Theme.stroke : 0
                        anchors.verticalCenter: parent.verticalCenter
                        SerifText {
                            anchors.centerIn: parent
                            text: Theme.language === "en" ? hint.index + 1 : "一二三".charAt(hint.index)
                            size: Theme.t(38)
                            lead: 1
                            color: hint.index === 1 ? Theme.onFill : Theme.sea
                        }
                    }
                    Column {
                        anchors.verticalCenter: parent.verticalCenter
                        SerifText {
                            text: hint.modelData[0]
                            size: Theme.px(Theme.elder ? 46 : 40)
                            lead: 1.2
                        }
                        SansText {
                            text: hint.modelData[1]
                            size: Theme.tMin
                            lead: 1.3
                            color: Theme.ink2
                        }
                    }
                }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.s2
            SecondaryButton {
                objectName: "no-card"
                symbol: "staff"
                text: qsTr("没带证？叫工作人员")
                onClicked: scan.shell.callStaff()
            }
            SecondaryButton {
                objectName: "not-representative"
                symbol: "back"
                text: qsTr("我不是代表")
                onClicked: scan.shell.home()
            }
            SecondaryButton {
                objectName: "sample-cards"
                visible: scan.model.sampleCards.length > 0
                symbol: "card"
                text: qsTr("示例代表证")
                onClicked: scan.drawer = true
            }
        }
    }
    Card {
        visible: scan.wide || !Theme.elder
        level: 2
        radius: Theme.rSheet
        x: scan.wide ? parent.width - width : 0
        y: scan.wide ? Theme.px(6) : parent.height - height - Theme.px(30)
        width: scan.wide ? Theme.px(Theme.elder ? 820 : 936) : parent.width
        height: scan.wide ? Math.min(parent.height - Theme.px(20), Theme.px(810)) : Theme.px(720)
        clip: true
        SeaScene {
            anchors.fill: parent
            visible: !Theme.highContrast
            waterline: 0.72
        }
        Image {
            source: Qt.resolvedUrl("../../../assets/scenery/hand-card.svg")
            sourceSize.height: parent.height * 0.8
            height: parent.height * 0.8
            fillMode: Image.PreserveAspectFit
            anchors.right: parent.right
            y: parent.height * 0.16
        }
        Chip {
            x: Theme.px(36)
            y: Theme.px(36)
            symbol: "lock"
            text: qsTr("签到记名，评议不记名")
            ink: Theme.pine
            ground: Theme.surface
        }
        Chip {
            visible: scan.model.busy
            anchors.centerIn: parent
            symbol: "search"
            text: qsTr("正在看…")
        }
    }
    FocusScope {
        visible: scan.drawer
        parent: scan.parent
        anchors.fill: parent
        z: 4
        ChoiceSheet {
            parent: scan.Window.contentItem
            visible: scan.drawer
            title: qsTr("示例代表证（只在演示里有）")
            choices: scan.model.sampleCards.map((card, index) => ({
                        "id": String(index),
                        "icon": "card",
                        "name": {
                            "zh": card.label.zh + (card.pin === "" ? "" : "　密码 " + card.pin),
                            "en": card.label.en + (card.pin === "" ? "" : "  PIN " + card.pin)
                        }
                    }))
            onChosen: id => {
                scan.drawer = false;
                scan.model.useSampleCard(Number(id));
            }
            onClosed: scan.drawer = false
        }
    }
}
