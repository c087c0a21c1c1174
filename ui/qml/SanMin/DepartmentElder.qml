pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// A department in large letters: two videos, three things to read, each on a screen of its own afterwards.
Item {
    id: elder

    required property DepartmentModel model
    readonly property bool wide: !Theme.portrait
    readonly property bool low: Theme.lowered
    readonly property int gap: low ? Theme.s2 : Theme.px(wide ? 18 : 24)
    readonly property int free: height - head.height - missingRoom - papers.height - acts.height - 3 * gap - Theme.px(8)
    readonly property int missingRoom: missing.visible ? missing.height + gap : 0
    readonly property int clipHeight: low ? actHeight : Math.min(Theme.px(wide ? 300 : 336), wide ? free : Math.floor((free - gap) / 2))
    // With lowered controls all seven buttons stand in the lower half, and the stills above them are only seen.
    readonly property int actHeight: Theme.px(wide ? 104 : 112)
    signal take

    DepartmentHead {
        id: head
        model: elder.model
        width: elder.width
        lines: elder.wide ? 1 : Theme.language === "en" ? 2 : 1
        largest: elder.wide ? Theme.tTitle : Theme.px(88)
    }
    Row {
        id: stills
        visible: elder.low
        y: Math.round((head.height + elder.missingRoom + clips.y - height) / 2)
        spacing: elder.gap
        Repeater {
            model: [elder.model.report.poster, elder.model.interview.poster]
            ClipStill {
                required property string modelData
                width: Math.min(clips.each, Math.floor((elder.width - elder.gap) / 2), Math.round((clips.y - head.height - elder.missingRoom - 2 * elder.gap) * 16 / 9))
                height: Math.round(width * 9 / 16)
                poster: modelData
                ground: Theme.paper
            }
        }
    }
    Grid {
        id: clips
        readonly property int each: columns > 1 ? Math.floor((elder.width - elder.gap) / 2) : elder.width
        y: elder.low ? papers.y - height - elder.gap : head.height + elder.gap
        columns: elder.wide || elder.low ? 2 : 1
        spacing: elder.gap
        ClipCard {
            objectName: "play-report"
            visible: !elder.low
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
            visible: !elder.low
            width: clips.each
            height: elder.clipHeight
            standing: false
            largest: Theme.px(54)
            info: elder.model.interview
            title: qsTr("局长访谈")
            onClicked: elder.model.play("interview")
        }
        SecondaryButton {
            objectName: "play-report-low"
            visible: elder.low
            width: clips.each
            height: elder.clipHeight
            symbol: elder.model.report.there ? "playf" : "clock"
            text: qsTr("述职报告")
            onClicked: elder.model.play("report")
        }
        SecondaryButton {
            objectName: "play-interview-low"
            visible: elder.low
            width: clips.each
            height: elder.clipHeight
            symbol: elder.model.interview.there ? "playf" : "clock"
            text: qsTr("局长访谈")
            onClicked: elder.model.play("interview")
        }
    }
    DepartmentMissing {
        id: missing
        model: elder.model
        y: elder.low ? head.height + elder.gap : clips.y + clips.height + elder.gap
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
                height: elder.low ? elder.actHeight : Theme.px(elder.wide ? 120 : 138)
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
        tall: elder.low ? elder.actHeight : Theme.hero
        onTake: elder.take()
    }
}
