pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The small keypad: letters, or the five kinds of strokes. Keys that lead nowhere go quiet.
Grid {
    id: keys

    required property DepartmentsModel model
    required property int keyHeight
    property int perLine: 4
    property bool editing: true // whether erasing and clearing stand among the keys
    readonly property int lineUp: model.strokes ? Math.min(perLine, editing ? 7 : 5) : perLine
    readonly property int keyWidth: Math.floor((width - (lineUp - 1) * spacing) / lineUp)

    columns: lineUp
    spacing: Theme.s2
    Repeater {
        model: keys.model.keys
        Key {
            id: key
            required property var modelData
            objectName: "key-" + modelData.id
            width: keys.keyWidth
            height: keys.keyHeight
            text: modelData.name === "" ? modelData.sign : modelData.sign + " " + modelData.name
            outlined: true
            enabled: modelData.live
            Accessible.name: modelData.name === "" ? modelData.sign : modelData.name
            onClicked: keys.model.typeKey(modelData.id)
        }
    }
    Key {
        objectName: "erase"
        visible: keys.editing
        width: keys.keyWidth
        height: keys.keyHeight
        func: true
        text: qsTr("删除")
        symbol: "backspace"
        onClicked: keys.model.erase()
    }
    Key {
        objectName: "clear"
        visible: keys.editing
        width: keys.keyWidth
        height: keys.keyHeight
        func: true
        text: qsTr("清空")
        symbol: Theme.language === "en" && keys.keyWidth < Theme.px(90) ? "close" : ""
        onClicked: keys.model.clear()
    }
}
