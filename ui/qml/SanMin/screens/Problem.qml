pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// One key problem: the written answer, the way to the second in the video, and one anonymous tap afterwards.
ScreenFrame {
    id: screen

    required property ProblemModel model

    title: qsTr("重点问题 第 %1 题").arg(model.problem.number)
    headerItems: [
        TabPill {
            objectName: "suggest"
            visible: !Theme.elder // one thing at a time
            symbol: "chat"
            text: qsTr("我也提意见")
            onClicked: screen.model.suggest()
        }
    ]

    Loader {
        anchors.fill: parent
        sourceComponent: Theme.elder ? (screen.model.reading ? readingPage : questionPage) : Theme.portrait ? columnPage : pairPage
    }
    component Watch: PrimaryButton {
        objectName: "play-answer"
        height: Theme.px(108)
        size: Theme.px(Theme.elder ? 46 : 40)
        symbol: "playf"
        text: Theme.han(qsTr("看局长回答 %1").arg(screen.model.problem.atText))
        onClicked: screen.model.playAnswer()
    }

    Component {
        id: pairPage
        Item {
            id: two
            readonly property int leftWidth: Theme.px(760)
            ProblemAsked {
                id: asked
                width: two.leftWidth
                problem: screen.model.problem
            }
            ClipStill {
                readonly property int room: watch.y - asked.height - Theme.px(48)
                visible: room >= Theme.px(150)
                y: asked.height + Theme.px(24)
                width: two.leftWidth
                height: room
                poster: screen.model.problem.poster
                ground: Theme.paper
            }
            Watch {
                id: watch
                y: two.height - height - Theme.px(8)
                width: two.leftWidth
            }
            ProblemAnswer {
                x: two.leftWidth + Theme.px(50)
                y: Theme.px(4)
                width: two.width - x
                height: verdict.y - y - Theme.px(26)
                problem: screen.model.problem
            }
            ProblemVerdict {
                id: verdict
                x: two.leftWidth + Theme.px(50)
                y: two.height - height - Theme.px(8)
                width: two.width - x
                model: screen.model
            }
        }
    }
    Component {
        id: columnPage
        Item {
            id: one
            readonly property int room: watch.y - asked.height - Theme.px(58)
            readonly property int answerHeight: Math.min(answer.wanted, room)
            readonly property bool pictured: room - answerHeight >= Theme.px(190)
            ProblemAsked {
                id: asked
                y: Theme.px(8)
                width: one.width
                problem: screen.model.problem
            }
            ClipStill {
                visible: one.pictured
                y: asked.height + Theme.px(32)
                width: one.width
                height: one.room - one.answerHeight - Theme.px(24)
                poster: screen.model.problem.poster
                ground: Theme.paper
            }
            ProblemAnswer {
                id: answer
                y: watch.y - height - Theme.px(26)
                width: one.width
                height: one.pictured ? one.answerHeight : one.room
                problem: screen.model.problem
            }
            Watch {
                id: watch
                y: verdict.y - height - Theme.px(28)
                width: one.width
            }
            ProblemVerdict {
                id: verdict
                y: one.height - height - Theme.px(8)
                width: one.width
                model: screen.model
            }
        }
    }
    Component {
        id: questionPage
        Item {
            id: simple
            ProblemAsked {
                id: big
                width: simple.width - (Theme.portrait ? 0 : Theme.px(800))
                problem: screen.model.problem
                largest: Theme.px(Theme.portrait ? 84 : 76)
                room: Math.round(simple.height * 0.48)
            }
            ClipStill {
                x: simple.width - width
                y: Theme.portrait ? big.height + Theme.px(36) : Theme.px(10)
                width: Theme.portrait ? simple.width : Theme.px(752)
                height: Math.min(Math.round(width * 9 / 16), ways.y - y - Theme.px(36))
                poster: screen.model.problem.poster
                ground: Theme.paper
            }
            Grid {
                id: ways
                readonly property int each: Math.floor((simple.width - (columns - 1) * Theme.px(24)) / columns)
                y: simple.height - height - Theme.px(8)
                columns: Theme.portrait ? 1 : 2
                spacing: Theme.px(24)
                Watch {
                    width: ways.each
                    height: Theme.px(150)
                }
                SecondaryButton {
                    objectName: "read-answer"
                    width: ways.each
                    height: Theme.px(150)
                    size: Theme.px(46)
                    symbol: "doc"
                    text: qsTr("读书面答复")
                    onClicked: screen.model.read()
                }
            }
        }
    }
    Component {
        id: readingPage
        Item {
            id: page
            ProblemAnswer {
                width: page.width
                height: said.y - Theme.px(24)
                problem: screen.model.problem
            }
            ProblemVerdict {
                id: said
                y: page.height - height - Theme.px(8)
                width: page.width
                model: screen.model
            }
        }
    }
}
