pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// One question: what is asked, the answers, and the way on.
FocusScope {
    id: one

    required property QuestionnaireModel model
    required property string trouble
    required property int half
    required property ScreenFrame frame
    readonly property bool wide: !Theme.portrait
    readonly property bool low: Theme.lowered
    readonly property bool writing: model.question.kind === "text"
    readonly property int barHeight: Theme.px(Theme.elder ? 112 : low && wide ? 84 : 100)
    readonly property int barTop: wide && !low ? Math.min(height - barHeight, Theme.px(Theme.elder ? 716 : 712)) : height - barHeight - Theme.px(low ? 8 : 20)
    readonly property int answersTop: writing ? head.y + head.height + Theme.px(20) : low ? half : head.height + Theme.px(wide ? 40 : 56)
    readonly property int room: barTop - answersTop - Theme.px(low && wide ? 16 : 36)
    readonly property string hint: model.question.kind === "several" ? model.question.most < model.question.options.length ? qsTr("最多选 %1 项，已选 %2 项").arg(model.question.most).arg(model.chosenHere) : qsTr("可以多选，已选 %1 项").arg(model.chosenHere) : model.question.required ? "" : qsTr("可以不答")

    LoweredView {
        visible: one.low && !one.writing
        frame: one.frame
        words: ""
    }
    Item {
        id: head
        readonly property int gap: Theme.px(one.writing ? 8 : 16)
        width: parent.width
        height: trouble.visible ? trouble.y + trouble.height : hint.visible ? hint.y + hint.height : question.y + question.height
        y: one.low && !one.writing ? Theme.px(10) : 0
        Eyebrow {
            id: eyebrow
            text: Theme.han(qsTr("第 %1 题，共 %2 题").arg(one.model.index + 1).arg(one.model.count))
        }
        FittingText {
            id: question
            objectName: "question"
            y: eyebrow.height + head.gap
            width: parent.width
            text: Theme.say(one.model.question.text)
            largest: Theme.px((one.writing ? 48 : one.wide ? 64 : 60) * (Theme.language === "en" ? 0.86 : 1))
            room: Theme.px(one.writing ? 130 : 240)
            lead: 1.22
        }
        SansText {
            id: hint
            visible: one.trouble === "" && one.hint !== "" && !one.writing
            y: question.y + question.height + head.gap
            width: parent.width
            text: Theme.han(one.hint)
            size: Theme.t(30)
            color: Theme.ink2
        }
        Trouble {
            id: trouble
            objectName: "trouble"
            y: question.y + question.height + head.gap
            width: parent.width
            text: one.trouble
        }
    }
    Loader {
        id: answers
        y: one.answersTop
        width: parent.width
        height: one.writing ? parent.height - y - Theme.px(8) : undefined
        focus: true
        sourceComponent: one.writing ? words : one.model.question.kind === "scale" ? scale : choices
    }
    Component {
        id: choices
        QuestionChoices {
            model: one.model
            room: one.room
        }
    }
    Component {
        id: scale
        QuestionScale {
            model: one.model
            room: one.room
        }
    }
    Component {
        id: words
        QuestionText {
            model: one.model
        }
    }
    SecondaryButton {
        objectName: "backward"
        visible: !one.writing
        y: one.barTop
        height: one.barHeight
        ink: Theme.ink
        symbol: "left"
        text: qsTr("上一题")
        enabled: one.model.index > 0
        onClicked: one.model.show(one.model.index - 1)
    }
    PrimaryButton {
        objectName: "forward"
        visible: !one.writing
        x: parent.width - width
        y: one.barTop
        height: one.barHeight
        width: Math.max(implicitWidth, Theme.px(one.wide ? 300 : 280))
        symbol: "right"
        symbolAfter: true
        text: one.model.index + 1 < one.model.count || !one.model.anonymous ? qsTr("下一题") : qsTr("看一遍")
        onClicked: one.model.forward()
    }
}
