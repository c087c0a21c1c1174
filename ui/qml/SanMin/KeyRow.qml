pragma ComponentBehavior: Bound
import QtQuick

// One row of a keyboard: its letters in the middle, perhaps a wider key at each end.
Item {
    id: line

    required property string keys
    required property int keyWidth
    property bool capitals: false
    property string before: ""
    property bool beforeChosen: false
    property bool erases: false
    readonly property int gap: Theme.s2
    readonly property int aside: Math.floor((width - keys.length * keyWidth - (keys.length - 1) * gap) / 2)
    signal typed(string text)
    signal beforePressed
    signal erased

    Key {
        objectName: "key-before"
        visible: line.before !== ""
        width: line.aside - line.gap
        height: line.height
        func: true
        chosen: line.beforeChosen
        text: line.before
        focusPolicy: Qt.NoFocus
        onClicked: line.beforePressed()
    }
    Row {
        x: line.aside
        spacing: line.gap
        Repeater {
            model: line.keys.split("")
            Key {
                required property string modelData
                objectName: "key-" + modelData
                width: line.keyWidth
                height: line.height
                text: line.capitals ? modelData.toUpperCase() : modelData
                light: true
                focusPolicy: Qt.NoFocus
                onClicked: line.typed(modelData)
            }
        }
    }
    Key {
        objectName: "key-backspace"
        visible: line.erases
        anchors.right: parent.right
        width: line.aside - line.gap
        height: line.height
        func: true
        symbol: "backspace"
        text: qsTr("删除")
        focusPolicy: Qt.NoFocus
        autoRepeat: true
        onClicked: line.erased()
    }
}
