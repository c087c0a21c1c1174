pragma ComponentBehavior: Bound
import QtQuick

// One line of the check list: what was checked, what was found, what to do about it, and the button that does it.
Card {
    id: row

    required property string label
    required property string outcome
    required property string line
    required property string action // the word on its button; empty for none
    readonly property bool bad: outcome === "failed"
    readonly property bool passed: outcome === "passed"
    readonly property var signs: ({
            "passed": "checkc",
            "failed": "warn",
            "running": "sync",
            "todo": "hand"
        })
    signal press

    radius: Theme.rKey
    level: bad ? 0 : 1
    color: bad ? Theme.sand : Theme.surface
    border.width: bad ? Math.max(Theme.stroke, Theme.px(3)) : Theme.highContrast ? Theme.stroke : 0
    border.color: bad ? Theme.amber : Theme.ink

    Icon {
        id: sign
        x: Theme.px(24)
        name: row.signs[row.outcome]
        color: row.bad ? Theme.amber : row.passed ? Theme.pine : Theme.sea
        size: Theme.px(44)
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        anchors.left: sign.right
        anchors.leftMargin: Theme.px(22)
        anchors.right: button.visible ? button.left : parent.right
        anchors.rightMargin: Theme.px(18)
        anchors.verticalCenter: parent.verticalCenter
        SansText {
            width: parent.width
            text: Theme.han(row.label)
            size: Theme.tBody
            lead: 1.25
            strong: true
            color: row.bad ? Theme.amber : Theme.ink
        }
        FittingText {
            sans: true
            font.bold: Theme.highContrast
            width: parent.width
            text: Theme.han(row.line)
            largest: Theme.tMin
            lead: 1.25
            color: row.bad ? Theme.amber : Theme.ink2
        }
    }
    SecondaryButton {
        id: button
        objectName: row.objectName + "-do"
        visible: row.action !== ""
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(14)
        anchors.verticalCenter: parent.verticalCenter
        height: Math.min(row.height - Theme.px(16), Theme.px(Theme.elder ? 104 : 80))
        side: Theme.px(20)
        text: row.action
        onClicked: row.press()
    }
}
