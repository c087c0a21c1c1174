pragma ComponentBehavior: Bound
import QtQuick

// Keys for a number, a PIN or a code, and one to take the last character back.
Item {
    id: pad

    required property list<string> keys
    property bool enabledKeys: true
    readonly property bool strip: Theme.lowered && !Theme.portrait
    readonly property int count: keys.length + 1
    readonly property int columns: count <= 12 ? (strip ? 6 : 3) : count <= 18 ? (strip ? 9 : Theme.portrait ? 6 : 4) : (strip ? 17 : Theme.portrait ? 7 : Theme.elder ? 9 : 6)
    readonly property int rows: Math.ceil(count / columns)
    readonly property int keyWidth: Math.floor((width - (columns - 1) * Theme.s2) / columns)
    readonly property int keyHeight: Math.min(Theme.px(150), Math.floor((height - (rows - 1) * Theme.s2) / rows))
    signal typed(string character)
    signal erased

    Repeater {
        model: pad.keys
        Key {
            required property string modelData
            required property int index
            objectName: "key-" + modelData
            x: index % pad.columns * (pad.keyWidth + Theme.s2)
            y: Math.floor(index / pad.columns) * (pad.keyHeight + Theme.s2)
            width: pad.keyWidth
            height: pad.keyHeight
            text: modelData
            enabled: pad.enabledKeys
            outlined: true
            onClicked: pad.typed(modelData)
        }
    }
    Key {
        objectName: "erase"
        x: pad.keys.length % pad.columns * (pad.keyWidth + Theme.s2)
        y: Math.floor(pad.keys.length / pad.columns) * (pad.keyHeight + Theme.s2)
        width: pad.width - x
        height: pad.keyHeight
        func: true
        symbol: "backspace"
        text: qsTr("删除")
        onClicked: pad.erased()
    }
}
