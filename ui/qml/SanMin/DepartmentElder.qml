pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// A department in large letters: two videos, three things to read, each on a screen of its own afterwards.
Item {
    id: elder

    required property DepartmentModel model
    readonly property bool wide: !Theme.portrait
    readonly property int gap: Theme.px(wide ? 18 : 24)
    readonly property int free: height - head.height - missingRoom - papers.height - acts.height - 3 * gap - Theme.px(8)
    readonly property int missingRoom: missing.visible ? missing.height + gap : 0
    readonly property int clipHeight: Math.min(Theme.px(wide ? 300 : 336), wide ? free : Math.floor((free - gap) / 2))
    signal take

    DepartmentHead {
        id: head
        model: elder.model
        width: elder.width
        lines: elder.wide ? 1 : Theme.language === "en" ? 2 : 1
        largest: elder.wide ? Theme.tTitle : Theme.px(88)
    }
    Grid {
        id: clips
        readonly property int each: elder.wide ? Math.floor((elder.width - elder.gap) / 2) : elder.width
        y: head.height + elder.gap
        columns: elder.wide ? 2 : 1
        spacing: elder.gap
        ClipCard {
            objectName: "play-report"
            width: clips.each
            height: elder.clipHeight
            standing: false
            largest: Theme.px(54)
            info: elder.model.report
            title: qsTr("述职报告")
            onClicked: elder.model.play("report")
        }
        ClipCard {
            objectName: "play-interview"
            width: clips.each
            height: elder.clipHeight
            standing: false
            largest: Theme.px(54)
            info: elder.model.interview
            title: qsTr("局长访谈")
            onClicked: elder.model.play("interview")
        }
    }
    DepartmentMissing {
        id: missing
        model: elder.model
        y: clips.y + clips.height + elder.gap
        width: elder.width
    }
    Grid {
        id: papers
        readonly property int each: Math.floor((elder.width - (columns - 1) * elder.gap) / columns)
        y: acts.y - height - elder.gap
        columns: elder.wide ? 3 : 1
        spacing: elder.gap
        Repeater {
            model: [["goals", "target", qsTr("目标与结果")], ["summary", "read", qsTr("工作总结")], ["problems", "flag", qsTr("重点问题 %1").arg(elder.model.problems.length)]]
            SecondaryButton {
                required property var modelData
                objectName: "open-" + modelData[0]
                width: papers.each
                height: Theme.px(elder.wide ? 120 : 138)
                symbol: modelData[1]
                text: Theme.han(modelData[2])
                onClicked: elder.model.openTab(modelData[0])
            }
        }
    }
    DepartmentActs {
        id: acts
        model: elder.model
        y: elder.height - height - Theme.px(8)
        width: elder.width
        tall: Theme.hero
        onTake: elder.take()
    }
}
