pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The code of a receipt: ten boxes and a keypad, or the scanner.
Item {
    id: ask

    required property FollowModel model
    required property ScreenFrame frame
    readonly property bool wide: !Theme.portrait && !Theme.lowered
    readonly property int leftWidth: wide ? Theme.px(Theme.elder ? 740 : 760) : Theme.portrait || Theme.elder ? width : Theme.px(1000)
    readonly property int half: Math.ceil(frame.height / 2) - frame.area.y
    readonly property string asOf: Theme.say(model.asOf) === "" ? "" : Theme.han(qsTr("状态截至 %1").arg(Theme.say(model.asOf)))
    readonly property var troubles: ({
            "bad-check": qsTr("有一个字好像不对，请对着回执再看一遍。"),
            "bad-character": qsTr("这不像回执编号，请对着回执再看一遍。"),
            "too-short": qsTr("回执编号一共十位，还差几位。"),
            "too-long": qsTr("回执编号一共十位，多了几位。"),
            "unknown": qsTr("这里还没有这张回执的消息。今天刚提的，可能还在路上，请过几天再来。"),
            "storage": qsTr("现在查不了，请叫工作人员。")
        })
    readonly property string sentence: model.trouble === "" ? "" : troubles[model.trouble] ?? troubles["storage"]
    readonly property string trouble: model.trouble === "unknown" && asOf !== "" ? sentence + "\n" + asOf : sentence

    Column {
        id: asked
        width: ask.leftWidth
        spacing: Theme.px(Theme.elder ? 18 : 24)
        SerifText {
            width: parent.width
            text: qsTr("请输入回执编号")
            size: Theme.language === "en" ? Theme.px(66) : Theme.tTitle
            wrapMode: Text.Wrap
        }
        SansText {
            width: parent.width
            visible: !(Theme.elder && Theme.lowered && ask.trouble !== "") // the sentence below takes its room
            text: Theme.elder ? qsTr("十个字母和数字，在回执上。") : qsTr("十个字母和数字，在回执上。也可以把回执的二维码对准扫码枪。")
            size: Theme.tBody
            lead: 1.45
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
        CodeBoxes {
            width: parent.width
            typed: ask.model.typed.replace(/-/g, "")
            wrong: ask.trouble !== "" && ask.model.missing === 0
        }
        Trouble {
            objectName: "trouble"
            width: parent.width
            text: ask.trouble
            onVisibleChanged: asked.forceLayout()
        }
    }
    ReceiptSample {
        visible: Theme.elder ? !Theme.lowered && ask.trouble === "" : ask.wide || !Theme.portrait || ask.trouble === ""
        x: ask.wide || Theme.portrait ? 0 : parent.width - width
        y: ask.wide ? parent.height - height - Theme.px(24) : Theme.portrait ? asked.height + Theme.px(48) : Theme.px(90)
        width: ask.wide || Theme.portrait ? ask.leftWidth : Theme.px(680)
    }
    FollowPad {
        model: ask.model
        x: parent.width - width
        y: ask.wide ? 0 : Theme.portrait ? parent.height - height - Theme.px(20) : Math.max(ask.half, parent.height - height - Theme.px(4))
        width: ask.wide ? parent.width - ask.leftWidth - Theme.px(64) : parent.width
        height: ask.wide ? parent.height - Theme.px(24) : Theme.portrait ? Math.min(Theme.px(760), parent.height - ask.half) : parent.height - ask.half - Theme.px(4)
    }
}
