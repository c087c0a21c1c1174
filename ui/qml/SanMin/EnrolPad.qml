pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The keys of enrolment: the characters of a code or of an address, then erase, clear, the other one, and the one act.
Item {
    id: pad

    required property EnrolModel model
    readonly property bool strip: Theme.lowered && !Theme.portrait
    readonly property int columns: model.typingAddress ? (strip ? 20 : 10) : (strip ? 16 : 8)
    readonly property int keyRows: Math.ceil(model.keys.length / columns)
    readonly property int rows: keyRows + (strip ? 1 : 2)
    readonly property int inset: Theme.px(strip ? 0 : 32)
    readonly property int keyWidth: Math.floor((width - 2 * inset - (columns - 1) * Theme.s2) / columns)
    readonly property int keyHeight: Math.floor((height - 2 * inset - (rows - 1) * Theme.s2) / rows)
    readonly property int actsY: inset + keyRows * (keyHeight + Theme.s2)
    readonly property int actWidth: Math.floor((width - 2 * inset - (strip ? 3 : 2) * Theme.s2) / (strip ? 4 : 3))

    Card {
        visible: !pad.strip
        anchors.fill: parent
        level: 2
        radius: Theme.rSheet
    }
    Repeater {
        model: pad.model.keys
        Key {
            required property string modelData
            required property int index
            objectName: "key-" + modelData
            x: pad.inset + index % pad.columns * (pad.keyWidth + Theme.s2)
            y: pad.inset + Math.floor(index / pad.columns) * (pad.keyHeight + Theme.s2)
            width: pad.keyWidth
            height: pad.keyHeight
            text: modelData
            outlined: true
            enabled: !pad.model.busy
            onClicked: pad.model.typeCharacter(modelData)
        }
    }
    Key {
        objectName: "erase"
        x: pad.inset
        y: pad.actsY
        width: pad.actWidth
        height: pad.keyHeight
        func: true
        symbol: "backspace"
        text: qsTr("删除")
        onClicked: pad.model.erase()
    }
    Key {
        objectName: "clear"
        x: pad.inset + pad.actWidth + Theme.s2
        y: pad.actsY
        width: pad.actWidth
        height: pad.keyHeight
        func: true
        text: qsTr("清空")
        onClicked: pad.model.clear()
    }
    Key {
        objectName: "switch-keys"
        x: pad.inset + 2 * (pad.actWidth + Theme.s2)
        y: pad.actsY
        width: pad.actWidth
        height: pad.keyHeight
        func: true
        text: pad.model.typingAddress ? qsTr("写注册码") : qsTr("改地址")
        onClicked: pad.model.switchKeys()
    }
    PrimaryButton {
        objectName: "enrol"
        x: pad.strip ? pad.inset + 3 * (pad.actWidth + Theme.s2) : pad.inset
        y: pad.strip ? pad.actsY : pad.actsY + pad.keyHeight + Theme.s2
        width: pad.strip ? pad.actWidth : pad.width - 2 * pad.inset
        height: pad.keyHeight
        symbol: "check"
        enabled: pad.model.ready
        text: pad.model.busy || pad.model.done ? qsTr("正在注册…") : qsTr("注册")
        onClicked: pad.model.start()
    }
}
