pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// One department: four marks in words and icons, its report one touch away.
Item {
    id: rate

    required property RateModel model
    readonly property bool wide: !Theme.portrait
    readonly property int optionTop: name.y + name.height + (wide ? Theme.px(18) : Theme.px(24) + reports.height + Theme.px(24))
    readonly property int barTop: height - Theme.px(wide ? 104 : 120)
    readonly property int pillsHeight: Theme.px(80) * (wide ? 1 : 2) + (wide ? 0 : Theme.s2)
    readonly property int pillsTop: barTop - pillsHeight - Theme.px(24)
    readonly property int optionRoom: pillsTop - optionTop - Theme.px(24)

    Eyebrow {
        id: eyebrow
        text: Theme.han(qsTr("第 %1 个，共 %2 个").arg(rate.model.index + 1).arg(rate.model.count))
    }
    SerifText {
        id: name
        anchors.top: eyebrow.bottom
        width: rate.wide ? parent.width - reports.width - Theme.px(40) : parent.width
        height: Theme.px(rate.wide ? 116 : 150)
        text: Theme.say(rate.model.department.name)
        size: Theme.language === "en" ? Theme.px(64) : Theme.tDisplay
        lead: 1.1
        fontSizeMode: Text.Fit
        wrapMode: Theme.language === "en" ? Text.Wrap : Text.NoWrap
        maximumLineCount: 2
    }
    Row {
        id: reports
        anchors.right: rate.wide ? parent.right : undefined
        y: rate.wide ? name.y + Theme.px(14) : name.y + name.height + Theme.px(16)
        spacing: Theme.px(20)
        SecondaryButton {
            objectName: "watch-report"
            visible: rate.model.department.there
            symbol: "playf"
            text: Theme.han(Theme.elder ? qsTr("看它的报告") : qsTr("看它的报告 %1").arg(Theme.say(rate.model.department.reportLength)))
            onClicked: rate.model.watchReport()
        }
        SecondaryButton {
            objectName: "read-summary"
            ink: Theme.ink
            symbol: "read"
            text: qsTr("看书面总结")
            onClicked: rate.model.readSummary()
        }
    }
    Grid {
        y: rate.optionTop
        columns: rate.wide ? 4 : 1
        spacing: Theme.px(24)
        Repeater {
            model: rate.model.options
            OptionCard {
                required property var modelData
                objectName: "option-" + modelData.code
                width: rate.wide ? Math.floor((rate.width - 3 * Theme.px(24)) / 4) : rate.width
                height: rate.wide ? rate.optionRoom : Math.floor((rate.optionRoom - 3 * Theme.px(24)) / 4)
                symbol: modelData.icon
                text: Theme.say(modelData.label)
                chosen: rate.model.chosen === modelData.code
                onClicked: rate.model.choose(modelData.code)
            }
        }
    }
    Grid {
        y: rate.pillsTop
        columns: rate.wide ? Math.max(1, rate.model.count) : Math.ceil(rate.model.count / 2)
        spacing: Theme.s2
        Repeater {
            model: rate.model.steps
            ProgressPill {
                required property var modelData
                required property int index
                objectName: "step-" + index
                width: Math.floor((rate.width - (parent.columns - 1) * Theme.s2) / parent.columns)
                text: index + 1
                done: modelData.chosen
                current: modelData.current
                onClicked: rate.model.show(index)
            }
        }
    }
    Row {
        y: rate.barTop
        spacing: Theme.px(20)
        SecondaryButton {
            objectName: "backward"
            ink: Theme.ink
            symbol: "left"
            text: qsTr("上一个")
            enabled: rate.model.index > 0
            height: Theme.px(100)
            onClicked: rate.model.backward()
        }
        SecondaryButton {
            objectName: "clear-mark"
            visible: rate.wide && !Theme.elder
            ink: Theme.ink
            symbol: "close"
            text: qsTr("清除这一项")
            enabled: rate.model.chosen !== 0
            height: Theme.px(100)
            onClicked: rate.model.clearMark()
        }
        SecondaryButton {
            objectName: "compact"
            visible: rate.wide
            ink: Theme.ink
            symbol: "list"
            text: qsTr("列成一张表")
            height: Theme.px(100)
            onClicked: rate.model.setCompact(true)
        }
    }
    Row {
        anchors.right: parent.right
        y: rate.barTop
        spacing: Theme.px(20)
        SecondaryButton {
            objectName: "review"
            symbol: "cast"
            text: qsTr("核对并投出")
            enabled: rate.model.chosenCount > 0
            height: Theme.px(100)
            onClicked: rate.model.review()
        }
        PrimaryButton {
            objectName: "forward"
            symbol: "right"
            symbolAfter: true
            text: rate.model.index + 1 < rate.model.count ? qsTr("下一个") : qsTr("核对")
            height: Theme.px(100)
            width: Math.max(implicitWidth, Theme.px(rate.wide ? 300 : 280))
            onClicked: rate.model.forward()
        }
    }
}
