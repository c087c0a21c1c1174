pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// A department with all controls in the lower half: stills and words above, what one touches below.
Item {
    id: low

    required property DepartmentModel model
    required property int half // where the lower half begins
    readonly property bool problems: model.tab === "problems" // a list with buttons, so it is low as well
    readonly property bool wide: !Theme.portrait
    readonly property int leftWidth: wide ? Theme.px(700) : width
    readonly property int gap: Theme.px(16)
    readonly property int each: Math.floor((leftWidth - gap) / 2)
    readonly property int clipsHeight: Theme.px(wide ? 232 : 210)
    signal take

    DepartmentHead {
        id: head
        model: low.model
        width: low.leftWidth
        largest: low.wide ? Theme.tTitle : Theme.px(92)
    }
    DepartmentMissing {
        id: missing
        model: low.model
        y: head.height + Theme.px(14)
        width: low.leftWidth
    }
    Row {
        id: stills
        visible: low.wide || low.problems
        readonly property int above: missing.visible ? missing.y + missing.height : head.height
        y: Math.round((above + (low.wide ? clips.y : papers.y) - height) / 2)
        spacing: low.gap
        ClipStill {
            width: low.each
            height: Math.round(width * 9 / 16)
            poster: low.model.report.poster
            ground: Theme.paper
        }
        ClipStill {
            width: low.each
            height: Math.round(width * 9 / 16)
            poster: low.model.interview.poster
            ground: Theme.paper
        }
    }
    DepartmentPapers {
        id: papers
        model: low.model
        x: low.wide ? low.leftWidth + Theme.px(48) : 0
        y: low.wide ? 0 : low.problems ? low.half - Theme.px(28) : (missing.visible ? missing.y + missing.height : head.height) + Theme.px(24)
        width: low.width - x
        height: (low.wide ? low.height - Theme.px(8) : clips.y - Theme.px(20)) - y
    }
    Row {
        id: clips
        y: acts.y - low.gap - low.clipsHeight
        spacing: low.gap
        ClipCard {
            objectName: "play-report"
            width: low.each
            height: low.clipsHeight
            standing: false
            pictured: false
            info: low.model.report
            title: qsTr("述职报告")
            onClicked: low.model.play("report")
        }
        ClipCard {
            objectName: "play-interview"
            width: low.each
            height: low.clipsHeight
            standing: false
            pictured: false
            info: low.model.interview
            title: qsTr("局长访谈")
            onClicked: low.model.play("interview")
        }
    }
    DepartmentActs {
        id: acts
        model: low.model
        y: low.height - height - Theme.px(8)
        width: low.leftWidth
        onTake: low.take()
    }
}
