pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// One key problem: the written answer, the way to the second in the video, and one anonymous tap afterwards.
ScreenFrame {
    id: screen

    required property ProblemModel model
    readonly property var problem: model.problem
    readonly property bool wide: !Theme.portrait

    title: qsTr("重点问题 第 %1 题").arg(problem.number)

    Column {
        id: asked
        width: screen.wide ? Theme.px(760) : screen.area.width
        spacing: Theme.px(18)
        Eyebrow {
            text: Theme.say(screen.problem.departments)
        }
        SerifText {
            width: parent.width
            text: Theme.say(screen.problem.question)
            size: Theme.px(Theme.language === "en" ? 54 : 64)
            wrapMode: Text.Wrap
            maximumLineCount: 4
            fontSizeMode: Text.Fit
            height: Math.min(implicitHeight, Theme.px(330))
        }
        Flow {
            width: parent.width
            spacing: Theme.s2
            Chip {
                symbol: screen.problem.topicIcon
                text: Theme.say(screen.problem.topic)
            }
            Chip {
                symbol: screen.problem.sourceIcon
                text: Theme.say(screen.problem.source)
            }
        }
        PrimaryButton {
            objectName: "play-answer"
            width: parent.width
            height: Theme.hero
            size: Theme.px(Theme.elder ? 44 : 40)
            symbol: "playf"
            text: Theme.han(qsTr("看局长回答 %1").arg(screen.problem.atText))
            onClicked: screen.model.playAnswer()
        }
    }
    Card {
        x: screen.wide ? Theme.px(810) : 0
        y: screen.wide ? 0 : asked.height + Theme.px(30)
        width: screen.area.width - x
        height: screen.area.height - y - verdicts.height - Theme.px(36)
        Eyebrow {
            id: head
            x: Theme.px(40)
            y: Theme.px(32)
            text: qsTr("书面答复")
        }
        PagedText {
            x: Theme.px(40)
            y: head.y + head.height + Theme.px(18)
            width: parent.width - 2 * x
            height: parent.height - y - Theme.px(28)
            text: Theme.say(screen.problem.answer)
        }
    }
    Column {
        id: verdicts
        x: screen.wide ? Theme.px(810) : 0
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(8)
        width: screen.area.width - x
        spacing: Theme.px(14)
        SansText {
            width: parent.width
            text: screen.model.verdict === "given" ? qsTr("谢谢，记下了。不记名。") : screen.model.verdict === "failed" ? qsTr("这次没有记下来，请再点一次。") : qsTr("这个回答，说清楚了吗？（不记名，点一下就行）")
            size: Theme.tMin
            strong: true
            color: screen.model.verdict === "failed" ? Theme.amber : Theme.ink
            wrapMode: Text.Wrap
        }
        Row {
            visible: screen.model.verdict !== "given"
            spacing: Theme.s2
            Repeater {
                model: [
                    {
                        "id": "answered",
                        "symbol": "good",
                        "word": qsTr("说清楚了")
                    },
                    {
                        "id": "unclear",
                        "symbol": "unknown",
                        "word": qsTr("没太懂")
                    },
                    {
                        "id": "not_answered",
                        "symbol": "poor",
                        "word": qsTr("没答上来")
                    }
                ]
                SecondaryButton {
                    required property var modelData
                    objectName: "verdict-" + modelData.id
                    width: Math.floor((verdicts.width - 2 * Theme.s2) / 3)
                    symbol: modelData.symbol
                    text: modelData.word
                    onClicked: screen.model.judge(modelData.id)
                }
            }
        }
    }
}
