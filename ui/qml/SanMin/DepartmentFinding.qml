pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The keypad on a page of its own with what it finds under it: for large letters and for lowered controls.
Item {
    id: finding

    required property DepartmentsModel model
    readonly property int line: Theme.px(Theme.elder ? 104 : 76)
    readonly property bool tight: Theme.lowered && !Theme.portrait
    readonly property bool few: !tight || model.found.length <= list.columns

    Row {
        id: head
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
        y: head.height + Theme.s2
        width: parent.width
        editing: false
        perLine: Theme.portrait ? (Theme.elder ? 6 : 9) : Theme.elder ? 9 : 13
        keyHeight: finding.model.strokes && !finding.tight ? Math.round(finding.line * 1.4) : finding.line
    }
    SecondaryButton {
        id: below
        objectName: "other-alphabet-below"
        visible: Theme.language === "zh" && Theme.portrait
        y: keys.y + keys.height + Theme.s2
        width: parent.width
        height: finding.line
        symbol: finding.model.strokes ? "textsize" : "pen"
        text: finding.model.strokes ? qsTr("改用首字母找") : qsTr("改用笔画找")
        onClicked: finding.model.useStrokes(!finding.model.strokes)
    }
    SansText {
        visible: !finding.few
        y: list.y
        width: parent.width
        height: Theme.touch
        text: Theme.han(qsTr("找到 %1 个部门，请再按一个").arg(finding.model.found.length))
        strong: true
        color: Theme.ink2
    }
    DepartmentList {
        id: list
        model: finding.model
        rows: finding.few ? finding.model.found : []
        y: (below.visible ? below.y + below.height : keys.y + keys.height) + Theme.s2 * (finding.tight ? 1 : 2)
        width: parent.width
        height: parent.height - y
        columns: Theme.portrait ? (Theme.elder ? 1 : 2) : Theme.elder ? 2 : 4
        least: Theme.px(Theme.elder ? 112 : 76)
    }
}
