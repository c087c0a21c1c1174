pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// One department: four marks in words and icons, its report one touch away. `half` is where the lower half begins.
Item {
    id: rate

    required property RateModel model
    required property int half
    required property ScreenFrame frame
    readonly property bool wide: !Theme.portrait
    readonly property bool low: Theme.lowered
    readonly property bool simple: Theme.elder
    readonly property bool pills: !simple && (wide || !low)
    readonly property int gap: Theme.px(24)
    readonly property int barHeight: Theme.px(simple ? 112 : low && wide ? 84 : 100)
    readonly property int barTop: wide && !low ? Math.min(height - barHeight, Theme.px(simple ? 716 : 712)) : height - barHeight - Theme.px(low ? 8 : 20)
    readonly property int pillRows: wide ? 1 : 2
    readonly property int pillsHeight: pills ? pillRows * pillHeight + (pillRows - 1) * Theme.s2 : 0
    readonly property int pillHeight: Theme.px(low && wide ? 74 : 80)
    readonly property bool apart: !wide && !low && !simple // in portrait, clearing and the list have a row of their own
    readonly property int apartHeight: apart ? Theme.px(80) + gap : 0
    readonly property int pillsTop: barTop - pillsHeight - (pills ? low && wide ? Theme.px(16) : Theme.px(36) : 0)
    readonly property int reportsTop: low ? (wide ? barTop : half) : wide ? name.y + Math.max(0, Math.round((Theme.px(112) - reports.height) / 2)) : name.y + name.height + Theme.px(28)
    readonly property int optionTop: low ? half + (wide ? 0 : reports.height + gap) : wide ? Theme.px(simple ? 230 : 214) : reportsTop + reports.height + Theme.px(36)
    readonly property int optionColumns: wide ? 4 : low ? 2 : 1
    readonly property int optionRows: Math.ceil(model.options.length / optionColumns)
    readonly property int optionRoom: pillsTop - apartHeight - optionTop - (low && wide ? Theme.px(16) : Theme.px(32))
    readonly property string longestWord: model.options.map(option => Theme.say(option.label)).reduce((one, other) => other.length > one.length ? other : one, "")
    readonly property int optionHeight: Math.min(Theme.px(wide ? 380 : simple ? 230 : 208), Math.floor((optionRoom - (optionRows - 1) * gap) / optionRows))

    LoweredView {
        visible: rate.low
        frame: rate.frame
        words: ""
    }
    Eyebrow {
        id: eyebrow
        y: rate.low && !rate.wide ? Theme.px(30) : 0
        text: Theme.han(qsTr("第 %1 个，共 %2 个").arg(rate.model.index + 1).arg(rate.model.count))
    }
    FittingText {
        id: name
        y: eyebrow.y + eyebrow.height + Theme.px(12)
        width: rate.wide && !rate.low ? parent.width - reports.width - Theme.px(40) : parent.width
        text: Theme.say(rate.model.department.name)
        largest: Theme.language === "en" ? Theme.px(72) : Theme.tDisplay
        room: Theme.px(rate.wide ? 132 : 230)
        lead: 1.16
    }
    Row {
        id: reports
        x: rate.wide ? rate.low ? Math.round((rate.width - width + back.width - onward.width) / 2) : rate.width - width : 0
        y: rate.reportsTop
        spacing: Theme.px(20)
        readonly property int each: Math.floor((rate.width - spacing) / 2)
        SecondaryButton {
            objectName: "watch-report"
            visible: rate.model.department.there
            width: rate.wide ? implicitWidth : reports.each
            height: rate.wide && rate.low ? rate.barHeight : implicitHeight
            symbol: "playf"
            text: Theme.han(rate.simple || rate.low || !rate.wide ? qsTr("看它的报告") : qsTr("看它的报告 %1").arg(Theme.say(rate.model.department.reportLength)))
            onClicked: rate.model.watchReport()
        }
        SecondaryButton {
            objectName: "read-summary"
            visible: !(rate.simple && rate.wide)
            width: rate.wide ? implicitWidth : reports.each
            height: rate.wide && rate.low ? rate.barHeight : implicitHeight
            ink: Theme.ink
            symbol: "read"
            text: qsTr("看书面总结")
            onClicked: rate.model.readSummary()
        }
    }
    Grid {
        y: rate.optionTop
        columns: rate.optionColumns
        spacing: rate.gap
        Repeater {
            model: rate.model.options
            OptionCard {
                required property var modelData
                objectName: "option-" + modelData.code
                lying: !rate.wide || rate.low
                width: Math.floor((rate.width - (rate.optionColumns - 1) * rate.gap) / rate.optionColumns)
                height: rate.optionHeight
                symbol: modelData.icon
                text: Theme.say(modelData.label)
                longest: rate.longestWord
                chosen: rate.model.chosen === modelData.code
                onClicked: rate.model.choose(modelData.code)
            }
        }
    }
    Row {
        visible: rate.apart
        y: rate.pillsTop - rate.apartHeight
        spacing: Theme.px(20)
        SecondaryButton {
            objectName: "clear-mark"
            ink: Theme.ink
            symbol: "close"
            text: qsTr("清除这一项")
            width: reports.each
            height: Theme.px(80)
            enabled: rate.model.chosen !== 0
            onClicked: rate.model.clearMark()
        }
        SecondaryButton {
            objectName: "compact"
            ink: Theme.ink
            symbol: "list"
            text: qsTr("列成一张表")
            width: reports.each
            height: Theme.px(80)
            onClicked: rate.model.setCompact(true)
        }
    }
    Grid {
        id: steps
        y: rate.pillsTop
        visible: rate.pills
        columns: rate.wide ? Math.max(1, rate.model.count) : Math.ceil(rate.model.count / 2)
        spacing: Theme.s2
        Repeater {
            model: rate.model.count
            ProgressPill {
                required property int index
                readonly property var step: rate.model.steps[index] ?? {}
                objectName: "step-" + index
                height: rate.pillHeight
                width: Math.min(Theme.px(260), Math.floor((rate.width - (steps.columns - 1) * Theme.s2) / steps.columns))
                text: index + 1
                done: step.chosen ?? false
                current: step.current ?? false
                onClicked: rate.model.show(index)
            }
        }
    }
    Row {
        id: back
        y: rate.barTop
        spacing: Theme.px(20)
        SecondaryButton {
            objectName: "backward"
            ink: Theme.ink
            symbol: "left"
            text: qsTr("上一个")
            enabled: rate.model.index > 0
            height: rate.barHeight
            onClicked: rate.model.backward()
        }
        SecondaryButton {
            objectName: "clear-mark"
            visible: rate.wide && !rate.simple && !rate.low
            ink: Theme.ink
            symbol: "close"
            text: qsTr("清除这一项")
            width: Theme.px(Theme.language === "en" ? 350 : 300)
            enabled: rate.model.chosen !== 0
            height: rate.barHeight
            onClicked: rate.model.clearMark()
        }
        SecondaryButton {
            objectName: "compact"
            visible: rate.wide && !rate.simple && !rate.low
            ink: Theme.ink
            symbol: "list"
            text: qsTr("列成一张表")
            height: rate.barHeight
            onClicked: rate.model.setCompact(true)
        }
    }
    Row {
        id: onward
        anchors.right: parent.right
        y: rate.barTop
        spacing: Theme.px(20)
        SecondaryButton {
            objectName: "review"
            visible: rate.model.index + 1 < rate.model.count
            symbol: "cast"
            text: rate.wide && !rate.simple && !rate.low ? qsTr("核对并投出") : qsTr("核对")
            enabled: rate.model.chosenCount > 0
            width: Theme.px(rate.simple ? 290 : rate.wide && !rate.low ? 370 : 250)
            height: rate.barHeight
            onClicked: rate.model.review()
        }
        PrimaryButton {
            objectName: "forward"
            symbol: "right"
            symbolAfter: true
            text: rate.model.index + 1 < rate.model.count ? qsTr("下一个") : qsTr("核对并投出")
            height: rate.barHeight
            width: Math.max(implicitWidth, Theme.px(rate.wide ? 300 : 280))
            onClicked: rate.model.forward()
        }
    }
}
