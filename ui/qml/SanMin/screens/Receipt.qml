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
    readonly property bool ballot: model.kind !== "suggestion"
    readonly property string thanks: model.kind === "questionnaire" ? qsTr("您的答卷已经交上。谢谢您。") : ballot ? qsTr("您的 %n 项评价已经投出。谢谢您。", "", model.count) : qsTr("您的意见已经收下。谢谢您。")
    readonly property string onward: !ballot ? qsTr("请记下回执编号，凭它在任何会场都能查答复。") : model.left > 0 ? qsTr("%1还有 %n 个部门，想评随时再来。", "", model.left).arg(Theme.say(model.sessionName)) : ""

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    Image {
        visible: !Theme.highContrast && screen.wide
        anchors.fill: parent
        source: Qt.resolvedUrl("../../../../assets/scenery/receipt-1920x1080.svg")
        sourceSize.height: parent.height
        fillMode: Image.PreserveAspectCrop
        horizontalAlignment: Image.AlignLeft
        verticalAlignment: Image.AlignBottom
    }
    Shore {
        visible: !Theme.highContrast && !screen.wide
        y: paper.y + Math.round(paper.height * 0.8)
        width: parent.width
        height: parent.height - y
        waterline: 0.66
        size: 0.9
        pavilionX: Theme.px(70)
        roofsX: Theme.px(560)
        sunX: Theme.px(440)
    }
    Column {
        id: words
        x: Theme.margin
        y: screen.wide && Theme.highContrast ? Math.round((screen.height - height) / 2) : Theme.px(screen.wide ? 96 : 84)
        width: screen.wide ? paper.x - x - Theme.s6 : screen.width - 2 * x
        spacing: Theme.px(18)
        Row {
            width: parent.width
            spacing: Theme.px(30)
            Rectangle {
                id: tick
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
                width: parent.width - tick.width - Theme.px(30)
                text: qsTr("已记录")
                size: Theme.tMotto
                lead: 1.1
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.tDoor
            }
        }
        SansText {
            width: parent.width
            text: Theme.han(screen.thanks)
            size: Theme.px(Theme.elder ? 46 : 38)
            lead: 1.4
            wrapMode: Text.Wrap
        }
        SansText {
            visible: text !== "" && !(Theme.elder && !screen.wide && screen.ballot)
            width: parent.width
            text: Theme.han(screen.onward)
            size: Theme.tBody
            lead: 1.4
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
    }
    ReceiptPaper {
        id: paper
        model: screen.model
        ballot: screen.ballot
        width: screen.wide ? Theme.px(806) : screen.width - 2 * Theme.margin
        height: implicitHeight
        x: screen.wide ? screen.width - width - Theme.margin : Theme.margin
        y: !screen.wide ? words.y + words.height + Theme.px(40) : Math.max(Theme.guard, Math.round((screen.height - height) / 2))
        actions: [
            PrimaryButton {
                objectName: "done"
                width: Math.floor((parent.width - Theme.px(16)) / 2)
                height: Theme.px(104)
                symbol: "check"
                text: qsTr("完成")
                onClicked: screen.shell.endVisit()
            },
            SecondaryButton {
                objectName: "go-on"
                width: Math.floor((parent.width - Theme.px(16)) / 2)
                height: Theme.px(104)
                symbol: screen.model.signedIn ? "ballot" : "clock"
                text: screen.model.signedIn ? qsTr("接着评") : qsTr("再看一会儿")
                onClicked: screen.model.signedIn ? screen.model.goOn() : screen.shell.stillHere()
            }
        ]
    }
    // In portrait the waves reach the foot: words on water stand on a ground of their own.
    Rectangle {
        visible: countdown.visible && !screen.wide && !Theme.highContrast
        x: countdown.x - Theme.px(24)
        y: countdown.y - Theme.px(8)
        width: countdown.width + Theme.px(48)
        height: countdown.height + Theme.px(16)
        radius: height / 2
        color: Theme.abyss
    }
    Row {
        id: countdown
        readonly property color ink: Theme.highContrast ? Theme.ink : Theme.onFill
        x: Theme.margin + (screen.wide || Theme.highContrast ? 0 : Theme.px(24))
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(50)
        spacing: Theme.px(14)
        visible: screen.shell.idleSecondsLeft > 0
        Icon {
            name: "clock"
            color: countdown.ink
            size: Theme.px(40)
            anchors.verticalCenter: parent.verticalCenter
        }
        SansText {
            objectName: "countdown"
            text: Theme.han(qsTr("%1 秒后回到首页").arg(screen.shell.idleSecondsLeft))
            size: Theme.t(32)
            lead: 1.3
            strong: true
            color: countdown.ink
        }
    }
}
