pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The written part of a department's page, one tab at a time; the tabs at the foot where controls are lowered.
Card {
    id: papers

    required property DepartmentModel model
    property bool tabbed: true
    readonly property int pad: Theme.px(36)
    readonly property int wordsTop: Theme.lowered || !tabbed ? Theme.px(28) : tabs.y + tabs.height + Theme.px(20)
    readonly property int wordsBottom: Theme.lowered && tabbed ? tabs.height + Theme.px(44) : Theme.px(24)

    Flow {
        id: tabs
        visible: papers.tabbed
        x: papers.pad
        y: Theme.lowered ? papers.height - height - Theme.px(24) : Theme.px(28)
        width: parent.width - 2 * papers.pad
        spacing: Theme.s2
        TabPill {
            objectName: "tab-goals"
            symbol: "target"
            text: qsTr("目标与结果")
            chosen: papers.model.tab === "goals"
            onClicked: papers.model.showTab("goals")
        }
        TabPill {
            objectName: "tab-summary"
            symbol: "read"
            text: qsTr("工作总结")
            chosen: papers.model.tab === "summary"
            onClicked: papers.model.showTab("summary")
        }
        TabPill {
            objectName: "tab-problems"
            symbol: "flag"
            text: Theme.han(qsTr("重点问题 %1").arg(papers.model.problems.length))
            chosen: papers.model.tab === "problems"
            onClicked: papers.model.showTab("problems")
        }
    }
    Loader {
        x: papers.pad
        y: papers.wordsTop
        width: parent.width - 2 * papers.pad
        height: parent.height - y - papers.wordsBottom
        sourceComponent: papers.model.tab === "goals" ? goals : papers.model.tab === "summary" ? summary : problems
    }
    Component {
        id: goals
        GoalsTable {
            goals: papers.model.goals
        }
    }
    Component {
        id: summary
        PagedText {
            text: Theme.say(papers.model.summary)
        }
    }
    Component {
        id: problems
        Item {
            SansText {
                visible: papers.model.problems.length === 0
                width: parent.width
                text: qsTr("今年的重点问题里，没有由它回答的。")
                size: Theme.tLead
                color: Theme.ink2
                wrapMode: Text.Wrap
            }
            ProblemList {
                anchors.fill: parent
                problems: papers.model.problems
                plain: true
                onPlay: number => papers.model.playAnswer(number)
                onRead: number => papers.model.readAnswer(number)
            }
        }
    }
}
