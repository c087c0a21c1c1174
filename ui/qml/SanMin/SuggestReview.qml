pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Step 4: everything once more, then one press.
Item {
    id: step

    required property SuggestModel model
    required property string trouble
    readonly property bool wide: !Theme.portrait
    readonly property bool lowWide: wide && Theme.lowered
    readonly property bool paired: lowWide || Theme.elder && Theme.lowered // the two buttons side by side
    readonly property int gap: Theme.elder && lowWide ? Theme.s2 : Theme.px(Theme.elder || lowWide ? 14 : 18)

    Card {
        id: letter
        width: step.wide ? Math.floor(parent.width * (Theme.elder && step.lowWide ? 0.42 : Theme.elder || step.lowWide ? 0.5 : 0.6)) : parent.width
        height: step.wide ? parent.height : parent.height - side.height - Theme.px(28)
        Eyebrow {
            id: head
            x: Theme.px(44)
            y: Theme.px(36)
            text: step.model.problem > 0 ? qsTr("您写的 · 关于重点问题 %1").arg(step.model.problem) : qsTr("您写的")
        }
        PagedText {
            x: Theme.px(44)
            y: head.y + head.height + Theme.px(20)
            width: parent.width - 2 * x
            height: parent.height - y - Theme.px(32)
            text: step.model.text.trim()
            family: Theme.serif
            size: step.model.length <= 90 ? Theme.t(44) : Theme.tLarge
        }
    }
    Column {
        id: side
        x: step.wide ? letter.width + Theme.px(36) : 0
        y: !step.wide ? letter.height + Theme.px(28) : Theme.lowered ? parent.height - height : 0
        width: parent.width - x
        spacing: step.gap
        Fact {
            width: parent.width
            symbol: "city"
            label: qsTr("说给")
            value: Theme.say(step.model.departmentName) || qsTr("由中心转办")
            onChange: step.model.goTo(1)
        }
        Fact {
            width: parent.width
            symbol: "phone"
            label: qsTr("联系方式")
            value: step.model.name === "" && step.model.phone === "" ? qsTr("不留") : (step.model.name + " " + step.model.phone).trim()
            onChange: step.model.goTo(2)
        }
        Trouble {
            objectName: "trouble"
            width: parent.width
            text: step.trouble
            onVisibleChanged: side.forceLayout()
        }
        Flow {
            width: parent.width
            spacing: step.gap
            PrimaryButton {
                id: submit
                objectName: "submit"
                width: step.paired ? Math.floor((parent.width - step.gap) * 0.64) : parent.width
                height: Theme.px(Theme.elder ? (step.lowWide ? 96 : 132) : Theme.lowered ? 100 : 120)
                size: Theme.px(Theme.elder ? 50 : 42)
                symbol: "cast"
                busy: step.model.busy
                text: step.model.busy ? qsTr("正在提交…") : qsTr("提交这条意见")
                onClicked: step.model.submit()
            }
            SecondaryButton {
                objectName: "rewrite"
                width: step.paired ? Math.floor((parent.width - step.gap) * 0.36) : parent.width
                height: step.paired ? submit.height : Math.max(Theme.touch, Theme.px(Theme.lowered ? 76 : 88))
                symbol: "pen"
                text: qsTr("再改改")
                onClicked: step.model.goTo(0)
            }
        }
        SansText {
            visible: !Theme.elder && !Theme.lowered
            width: parent.width
            text: qsTr("提交后给您一张回执，凭它在任何会场都能查答复。")
            size: Theme.tMin
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
    }
}
