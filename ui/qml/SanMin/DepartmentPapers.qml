pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The written part of a department's page, one tab at a time.
Card {
    id: papers

    required property DepartmentModel model
    readonly property int pad: Theme.px(36)

    Flow {
        id: tabs
        x: papers.pad
        y: Theme.px(28)
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
        y: tabs.y + tabs.height + Theme.px(20)
        width: parent.width - 2 * papers.pad
        height: parent.height - y - Theme.px(24)
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
            id: list
            readonly property int rowHeight: Theme.px(Theme.elder ? 190 : 146)
            readonly property int room: height - (pages.pages > 1 ? pages.height + Theme.s2 : 0)
            readonly property int perPage: Math.max(1, Math.floor(room / (rowHeight + Theme.s2)))
            Column {
                width: parent.width
                spacing: Theme.s2
                Repeater {
                    model: papers.model.problems.slice(pages.page * list.perPage, (pages.page + 1) * list.perPage)
                    ProblemRow {
                        width: list.width
                        height: list.rowHeight
                        compact: true
                        onPlay: number => papers.model.playAnswer(number)
                        onRead: number => papers.model.readAnswer(number)
                    }
                }
            }
            SansText {
                visible: papers.model.problems.length === 0
                width: parent.width
                text: qsTr("今年的重点问题里，没有由它回答的。")
                color: Theme.ink2
                wrapMode: Text.Wrap
            }
            Pager {
                id: pages
                anchors.bottom: parent.bottom
                width: parent.width
                total: papers.model.problems.length
                perPage: list.perPage
            }
        }
    }
}
