pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The characters a receipt may have, in their order; the last cells take back one character or all.
Card {
    id: pad

    required property FollowModel model
    readonly property int columns: Theme.lowered && !Theme.portrait ? 12 : 7
    readonly property int rows: Math.ceil((model.keys.length + 3) / columns)
    readonly property int inset: Theme.px(columns > 7 ? 16 : 32)
    readonly property int keyWidth: Math.floor((width - 2 * inset - (columns - 1) * Theme.s2) / columns)
    readonly property int keyHeight: Math.floor((height - 2 * inset - (rows - 1) * Theme.s2) / rows)

    level: 2
    radius: Theme.rSheet

    function keyX(index: int): int {
        return inset + index % columns * (keyWidth + Theme.s2);
    }
    function keyY(index: int): int {
        return inset + Math.floor(index / columns) * (keyHeight + Theme.s2);
    }

    Repeater {
        model: pad.model.keys
        Key {
            required property string modelData
            required property int index
            objectName: "code-" + modelData
            x: pad.keyX(index)
            y: pad.keyY(index)
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
        x: pad.keyX(pad.model.keys.length)
        y: pad.keyY(pad.model.keys.length)
        width: pad.keyWidth
        height: pad.keyHeight
        func: true
        symbol: "backspace"
        text: qsTr("删除")
        autoRepeat: true
        onClicked: pad.model.erase()
    }
    Key {
        objectName: "clear"
        x: pad.keyX(pad.model.keys.length + 1)
        y: pad.keyY(pad.model.keys.length + 1)
        width: pad.width - pad.inset - x
        height: pad.keyHeight
        func: true
        text: qsTr("清空")
        onClicked: pad.model.clear()
    }
}
