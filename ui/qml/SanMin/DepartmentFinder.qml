pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Finds a department by the first letters of its name; keys that lead nowhere go quiet.
Card {
    id: finder

    required property DepartmentsModel model
    property bool wide: false
    readonly property int columns: wide ? 9 : 4
    readonly property int pad: Theme.px(20)
    readonly property int keyWidth: Math.floor((width - 2 * pad - (columns - 1) * Theme.s2) / columns)

    Row {
        id: head
        x: finder.pad
        y: Theme.px(18)
        spacing: Theme.px(12)
        Icon {
            name: "search"
            color: Theme.sea
            size: Theme.px(34)
            anchors.verticalCenter: parent.verticalCenter
        }
        SansText {
            text: qsTr("输入首字母找")
            size: Theme.t(30)
            lead: 1.2
            strong: true
        }
    }
    Rectangle {
        id: field
        x: finder.wide ? parent.width / 2 : finder.pad
        y: finder.wide ? Theme.px(12) : Theme.px(68)
        width: finder.wide ? parent.width / 2 - finder.pad : parent.width - 2 * finder.pad
        height: Theme.px(finder.wide ? 60 : 72)
        radius: Theme.rKey
        color: finder.model.typed === "" ? Theme.mist : Theme.surface
        border.width: finder.model.typed === "" ? Theme.stroke : Theme.px(4)
        border.color: finder.model.typed === "" ? Theme.edge : Theme.sea
        SansText {
            anchors.fill: parent
            anchors.leftMargin: Theme.px(20)
            text: finder.model.typed === "" ? Theme.han(qsTr("交通局就按 J T J")) : finder.model.typed.split("").join(" ")
            size: finder.model.typed === "" ? Theme.t(26) : Theme.t(38)
            strong: finder.model.typed !== ""
            color: finder.model.typed === "" ? Theme.ink2 : Theme.ink
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.tMin
        }
    }
    Grid {
        id: keys
        x: finder.pad
        y: field.y + field.height + Theme.s3
        columns: finder.columns
        spacing: Theme.s2
        Repeater {
            model: finder.model.keys
            Key {
                required property var modelData
                objectName: "letter-" + modelData.letter
                width: finder.keyWidth
                height: Theme.px(74)
                text: modelData.letter
                outlined: true
                enabled: modelData.live
                onClicked: finder.model.typeLetter(modelData.letter)
            }
        }
        Key {
            objectName: "erase"
            width: finder.keyWidth
            height: Theme.px(74)
            func: true
            text: qsTr("删除")
            symbol: "backspace"
            onClicked: finder.model.erase()
        }
        Key {
            objectName: "clear"
            width: finder.wide ? Math.max(finder.keyWidth, Theme.px(90)) : finder.keyWidth
            height: Theme.px(74)
            func: true
            text: qsTr("清空")
            onClicked: finder.model.clear()
        }
    }
    PrimaryButton {
        objectName: "only-match"
        visible: finder.model.only.id !== undefined && !finder.wide
        x: finder.pad
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(18)
        width: parent.width - 2 * finder.pad
        symbol: "next"
        symbolAfter: true
        text: visible ? Theme.say(finder.model.only.name) : ""
        onClicked: finder.model.choose(finder.model.only.id)
    }
    SansText {
        visible: finder.model.typed !== "" && finder.model.only.id === undefined && !finder.wide
        x: finder.pad
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(28)
        width: parent.width - 2 * finder.pad
        text: Theme.han(qsTr("找到 %1 个部门").arg(finder.model.foundCount))
        size: Theme.t(28)
        color: Theme.ink2
    }
}
