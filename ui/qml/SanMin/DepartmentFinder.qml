pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Finds a department beside the list: by the first letters of its name, or by strokes.
Card {
    id: finder

    required property DepartmentsModel model
    property bool wide: false
    readonly property int pad: Theme.px(wide ? 24 : 12)
    readonly property bool only: model.only.id !== undefined
    readonly property bool changeable: Theme.language === "zh"

    implicitHeight: wide ? keys.y + keys.height + pad : 0

    Row {
        id: head
        x: finder.pad + Theme.px(8)
        y: Theme.px(finder.wide ? 24 : 16)
        height: finder.wide ? Theme.px(74) : Theme.px(44)
        spacing: Theme.px(12)
        Icon {
            name: "search"
            color: Theme.sea
            size: Theme.px(34)
            anchors.verticalCenter: parent.verticalCenter
        }
        SansText {
            text: finder.model.strokes ? qsTr("按笔画找") : qsTr("输入首字母找")
            size: Theme.t(30)
            lead: 1.2
            strong: true
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    DepartmentField {
        id: field
        model: finder.model
        x: finder.wide ? head.x + head.width + Theme.px(24) : finder.pad
        y: finder.wide ? Theme.px(24) : Theme.px(68)
        width: finder.wide ? way.x - x - Theme.s2 : parent.width - 2 * finder.pad
        height: Theme.px(74)
    }
    DepartmentKeys {
        id: keys
        model: finder.model
        x: finder.pad
        y: field.y + field.height + Theme.s3
        width: finder.width - 2 * finder.pad
        perLine: finder.wide ? 10 : finder.model.strokes ? 1 : 4
        editing: finder.wide || !finder.model.strokes
        keyHeight: Theme.px(finder.model.strokes ? (finder.wide ? 120 : 92) : 74)
    }
    Row {
        visible: !keys.editing
        x: finder.pad
        y: keys.y + keys.height + Theme.s2
        spacing: Theme.s2
        Key {
            objectName: "erase"
            width: Math.floor((keys.width - Theme.s2) / 2)
            height: Theme.px(74)
            func: true
            text: qsTr("删除")
            symbol: "backspace"
            onClicked: finder.model.erase()
        }
        Key {
            objectName: "clear"
            width: Math.floor((keys.width - Theme.s2) / 2)
            height: Theme.px(74)
            func: true
            text: qsTr("清空")
            onClicked: finder.model.clear()
        }
    }
    SecondaryButton {
        id: way
        objectName: "other-alphabet"
        visible: finder.wide ? finder.changeable : finder.changeable && finder.model.typed === ""
        x: finder.wide ? parent.width - width - finder.pad : finder.pad
        y: finder.wide ? Theme.px(24) : parent.height - height - Theme.px(20)
        width: finder.wide ? (finder.changeable ? implicitWidth : 0) : parent.width - 2 * finder.pad
        height: finder.wide ? Theme.px(74) : Theme.px(92)
        symbol: finder.model.strokes ? "textsize" : "pen"
        text: finder.model.strokes ? qsTr("改用首字母找") : qsTr("改用笔画找")
        onClicked: finder.model.useStrokes(!finder.model.strokes)
    }
    PrimaryButton {
        id: match
        objectName: "only-match"
        visible: finder.only && !finder.wide
        x: finder.pad
        y: parent.height - height - Theme.px(20)
        width: parent.width - 2 * finder.pad
        height: Theme.px(92)
        text: finder.only ? Theme.say(finder.model.only.name) : ""
        onClicked: finder.model.choose(finder.model.only.id)
        contentItem: Item {
            FittingText {
                x: Theme.px(20)
                width: parent.width - Theme.px(84)
                height: parent.height
                sans: true
                largest: Theme.t(32)
                lead: 1.1
                room: match.height - Theme.px(8)
                text: match.text
                color: Theme.onFill
            }
            Icon {
                anchors.right: parent.right
                anchors.rightMargin: Theme.px(16)
                anchors.verticalCenter: parent.verticalCenter
                name: "next"
                color: Theme.onFill
            }
        }
    }
    SansText {
        visible: finder.model.typed !== "" && !finder.only && !finder.wide
        x: finder.pad + Theme.px(8)
        y: match.y
        width: parent.width - 2 * x
        height: match.height
        text: Theme.han(qsTr("找到 %n 个部门", "", finder.model.found.length))
        size: Theme.t(30)
        lead: 1.25
        strong: true
        color: Theme.ink2
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
    }
}
