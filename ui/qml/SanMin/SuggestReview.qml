pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Step 4: everything once more, then one press.
Item {
    id: step

    required property SuggestModel model
    required property string trouble
    readonly property bool wide: !Theme.portrait

    Card {
        id: letter
        width: step.wide ? Math.floor(parent.width * 0.6) : parent.width
        height: step.wide ? parent.height - Theme.px(16) : parent.height - side.height - Theme.px(40)
        Eyebrow {
            id: head
            x: Theme.px(44)
            y: Theme.px(36)
            text: qsTr("您写的")
        }
        PagedText {
            x: Theme.px(44)
            y: head.y + head.height + Theme.px(16)
            width: parent.width - 2 * x
            height: parent.height - y - Theme.px(32)
            text: step.model.text
        }
    }
    Column {
        id: side
        x: step.wide ? letter.width + Theme.px(48) : 0
        y: step.wide ? 0 : letter.height + Theme.px(24)
        width: parent.width - x
        spacing: Theme.px(18)
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
        Row {
            visible: step.trouble !== ""
            spacing: Theme.px(14)
            width: parent.width
            Icon {
                name: "warn"
                color: Theme.amber
                size: Theme.px(40)
            }
            SansText {
                width: parent.width - Theme.px(60)
                text: step.trouble
                color: Theme.amber
                strong: true
                wrapMode: Text.Wrap
            }
        }
        PrimaryButton {
            objectName: "submit"
            width: parent.width
            height: Theme.hero
            size: Theme.px(Theme.elder ? 46 : 42)
            symbol: "cast"
            text: step.model.busy ? qsTr("正在提交…") : qsTr("提交这条意见")
            onClicked: step.model.submit()
        }
        SecondaryButton {
            objectName: "rewrite"
            width: parent.width
            symbol: "pen"
            text: qsTr("再改改")
            onClicked: step.model.goTo(0)
        }
        SansText {
            width: parent.width
            text: qsTr("提交后给您一张回执，凭它在任何会场都能查答复。")
            size: Theme.tMin
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
    }
}
