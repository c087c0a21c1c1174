pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// A department at once: its two videos and what one can do, the written part beside or under them.
Item {
    id: whole

    required property DepartmentModel model
    readonly property bool wide: !Theme.portrait
    readonly property int leftWidth: wide ? Theme.px(700) : width
    readonly property int gap: Theme.px(16)
    readonly property int clipsY: head.height + Theme.px(wide ? 16 : 20)
    readonly property int missingRoom: missing.visible ? missing.height + gap : 0
    readonly property int below: wide ? height - Theme.px(8) - Theme.button : clipsY + clips.height + missingRoom + gap
    signal take

    DepartmentHead {
        id: head
        model: whole.model
        y: Theme.px(whole.wide ? 2 : 8)
        width: whole.leftWidth
        largest: whole.wide ? Theme.tTitle : Theme.px(92)
    }
    Grid {
        id: clips
        readonly property int each: whole.wide ? whole.leftWidth : Math.floor((whole.leftWidth - whole.gap) / 2)
        readonly property int tall: Math.min(Theme.px(252), Math.floor((whole.below - whole.clipsY - whole.missingRoom - 2 * whole.gap) / 2))
        y: whole.clipsY
        columns: whole.wide ? 1 : 2
        spacing: whole.gap
        ClipCard {
            objectName: "play-report"
            width: clips.each
            height: whole.wide ? clips.tall : implicitHeight
            info: whole.model.report
            title: qsTr("述职报告")
            onClicked: whole.model.play("report")
        }
        ClipCard {
            objectName: "play-interview"
            width: clips.each
            height: whole.wide ? clips.tall : implicitHeight
            info: whole.model.interview
            title: qsTr("局长访谈")
            onClicked: whole.model.play("interview")
        }
    }
    DepartmentMissing {
        id: missing
        model: whole.model
        y: clips.y + clips.height + whole.gap
        width: whole.leftWidth
    }
    DepartmentActs {
        id: acts
        model: whole.model
        y: whole.below
        width: whole.leftWidth
        onTake: whole.take()
    }
    DepartmentPapers {
        model: whole.model
        x: whole.wide ? whole.leftWidth + Theme.px(48) : 0
        y: whole.wide ? Theme.px(4) : acts.y + acts.height + Theme.px(24)
        width: whole.width - x
        height: whole.height - y - Theme.px(8)
    }
}
