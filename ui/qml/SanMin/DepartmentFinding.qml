pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The keypad on a page of its own with what it finds under it: for large letters and for lowered controls.
Item {
    id: finding

    required property DepartmentsModel model
    readonly property int line: Theme.px(Theme.elder ? 104 : 76)
    readonly property bool tight: Theme.lowered && (Theme.elder || !Theme.portrait)
    // Large keys fill the lower half of a wide screen: what was typed then stands over the bay.
    readonly property bool over: tight && Theme.elder && !Theme.portrait
    readonly property int perLine: Theme.portrait ? (Theme.elder ? (tight ? 7 : 6) : 9) : over ? 14 : Theme.elder ? 9 : 13
    readonly property bool few: !tight || model.found.length <= list.columns

    DepartmentField {
        visible: finding.over
        model: finding.model
        y: -height - Theme.px(70)
        width: Theme.px(700)
        height: finding.line
    }
    Row {
        id: head
        visible: !finding.over
        width: parent.width
        spacing: Theme.s2
        DepartmentField {
            model: finding.model
            width: head.width - erase.width - clear.width - (way.visible && !Theme.portrait ? way.width + Theme.s2 : 0) - 2 * Theme.s2
            height: finding.line
        }
        Key {
            id: erase
            objectName: "erase"
            width: Theme.px(Theme.elder ? 170 : 120)
            height: finding.line
            func: true
            text: qsTr("删除")
            symbol: "backspace"
            onClicked: finding.model.erase()
        }
        Key {
            id: clear
            objectName: "clear"
            width: Theme.px(Theme.elder ? 170 : 120)
            height: finding.line
            func: true
            text: qsTr("清空")
            onClicked: finding.model.clear()
        }
        SecondaryButton {
            id: way
            objectName: "other-alphabet"
            visible: Theme.language === "zh" && !Theme.portrait
            height: finding.line
            symbol: finding.model.strokes ? "textsize" : "pen"
            text: finding.model.strokes ? qsTr("改用首字母找") : qsTr("改用笔画找")
            onClicked: finding.model.useStrokes(!finding.model.strokes)
        }
    }
    DepartmentKeys {
        id: keys
        model: finding.model
        y: finding.over ? 0 : head.height + Theme.s2
        width: parent.width
        editing: finding.over
        perLine: finding.perLine
        keyHeight: finding.model.strokes && !finding.tight ? Math.round(finding.line * 1.4) : finding.line
    }
    SecondaryButton {
        id: below
        objectName: "other-alphabet-below"
        visible: Theme.language === "zh" && Theme.portrait && !(finding.tight && finding.few)
        y: keys.y + keys.height + Theme.s2
        width: parent.width
        height: finding.line
        symbol: finding.model.strokes ? "textsize" : "pen"
        text: finding.model.strokes ? qsTr("改用首字母找") : qsTr("改用笔画找")
        onClicked: finding.model.useStrokes(!finding.model.strokes)
    }
    SansText {
        visible: !finding.few && !below.visible
        y: list.y
        width: parent.width
        height: finding.over ? finding.line : Theme.touch
        text: Theme.han(qsTr("找到 %1 个部门，请再按一个").arg(finding.model.found.length))
        strong: true
        color: Theme.ink2
    }
    SecondaryButton {
        objectName: "other-alphabet-over"
        visible: Theme.language === "zh" && finding.over && !finding.few
        y: list.y
        anchors.right: parent.right
        height: finding.line
        symbol: finding.model.strokes ? "textsize" : "pen"
        text: finding.model.strokes ? qsTr("改用首字母找") : qsTr("改用笔画找")
        onClicked: finding.model.useStrokes(!finding.model.strokes)
    }
    DepartmentList {
        id: list
        model: finding.model
        rows: finding.few ? finding.model.found : []
        y: (below.visible ? below.y + below.height : keys.y + keys.height) + Theme.s2 * (finding.tight ? 1 : 2)
        width: parent.width
        height: parent.height - y
        columns: Theme.portrait ? (Theme.elder ? 1 : 2) : Theme.elder ? 2 : 4
        least: Theme.px(Theme.elder ? (finding.tight ? 104 : 112) : 76)
    }
}
