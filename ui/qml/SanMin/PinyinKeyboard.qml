pragma ComponentBehavior: Bound
import QtQuick

// Our own keys over Qt's pinyin engine. It writes into whatever has the focus; `done` is the red key.
// In portrait the red key has a row of its own; with lowered controls in landscape the words stand beside the keys.
// For a telephone number there is only what one may have: large digits, plus, dash, space.
Item {
    id: keyboard

    property string doneText: ""
    property bool doneEnabled: true
    property bool multiline: false
    property alias phrases: engine.phrases
    property string mode: Theme.language === "en" ? "latin" : "pinyin"
    property bool symbols: false
    property bool telephone: false
    property bool shift: false
    property bool expanded: false
    readonly property bool pinyin: mode === "pinyin"
    readonly property bool aside: Theme.lowered && !Theme.portrait
    readonly property bool beside: aside && pinyin
    readonly property int gap: Theme.s2
    readonly property int lines: Theme.portrait ? 5 : 4
    readonly property int keysTop: aside || telephone ? 0 : bar.height + gap
    readonly property int keysWidth: beside && !telephone ? width - Theme.px(440) - gap : width
    readonly property int perRow: telephone ? 5 : 10
    readonly property int keyWidth: Math.floor((keysWidth - (perRow - 1) * gap) / perRow)
    readonly property int keysRoom: height - keysTop - (lines - 1) * gap
    readonly property int lastHeight: Math.max(Math.floor(keysRoom / lines), Math.ceil(20.2 * Theme.pxPerMm))
    readonly property int keyHeight: Math.floor((keysRoom - lastHeight) / (lines - 1))
    // English has a row of digits of its own, where there is room for one.
    readonly property var marks: pinyin ? ["1234567890", "－／：；（）“”《》", "。，、？！…～"] : aside ? ["1234567890", "-/:;()@&%#", ".,?!'\"+"] : ["-/:;()@&%#", "*=_~$€£¥<>", ".,?!'\"+"]
    readonly property var letters: telephone ? ["12345", "67890", "+-"] : symbols ? marks : ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
    signal done

    function type(text: string) {
        if (pinyin && !symbols && !telephone && /^[a-z']$/.test(text)) {
            engine.spell(text);
        } else {
            engine.write(shift ? text.toUpperCase() : text);
            shift = false;
        }
    }
    function rowTop(index: int): int {
        return keysTop + index * (keyHeight + gap);
    }
    // Words that are still being spelt are taken, so that nothing a person typed gets lost.
    function finish() {
        engine.finish();
        expanded = false;
    }

    onModeChanged: symbols = false

    PinyinEngine {
        id: engine
        chinese: keyboard.pinyin
        onChoosingChanged: {
            if (!choosing)
                keyboard.expanded = false;
        }
    }
    CandidateBar {
        id: bar
        width: parent.width
        height: Theme.px(92)
        visible: !keyboard.aside && keyboard.pinyin && !keyboard.expanded && !keyboard.telephone
        engine: engine
        hint: qsTr("用拼音打字，在这里选词")
        onMore: keyboard.expanded = true
    }
    KeyRow {
        visible: !keyboard.aside && !keyboard.pinyin && !keyboard.telephone
        width: parent.width
        height: bar.height
        keys: "1234567890"
        keyWidth: keyboard.keyWidth
        onTyped: text => keyboard.type(text)
    }
    Item {
        width: keyboard.keysWidth
        height: keyboard.height
        visible: !keyboard.expanded
        Repeater {
            model: keyboard.letters
            KeyRow {
                required property string modelData
                required property int index
                readonly property bool last: index === 2
                y: keyboard.rowTop(index)
                width: keyboard.keysWidth
                height: keyboard.keyHeight
                keys: modelData
                keyWidth: keyboard.keyWidth
                capitals: keyboard.shift && !keyboard.telephone
                before: !last || keyboard.telephone ? "" : keyboard.symbols ? (keyboard.multiline ? qsTr("换行") : "") : keyboard.pinyin ? qsTr("分词") : qsTr("大写")
                beforeChosen: keyboard.shift
                erases: last
                onTyped: text => keyboard.type(text)
                onBeforePressed: {
                    if (keyboard.symbols)
                        keyboard.type("\n");
                    else if (keyboard.pinyin)
                        keyboard.type("'");
                    else
                        keyboard.shift = !keyboard.shift;
                }
                onErased: engine.erase()
            }
        }
        Row {
            y: keyboard.rowTop(3)
            spacing: keyboard.gap
            Key {
                id: marksKey
                objectName: "key-symbols"
                visible: !keyboard.telephone
                width: Math.floor(keyboard.keyWidth * 1.5)
                height: Theme.portrait ? keyboard.keyHeight : keyboard.lastHeight
                func: true
                text: keyboard.symbols ? qsTr("字母") : Theme.elder && (Theme.portrait || keyboard.keyWidth < Theme.px(100)) ? qsTr("符号") : qsTr("数字符号")
                focusPolicy: Qt.NoFocus
                onClicked: keyboard.symbols = !keyboard.symbols
            }
            Key {
                id: modeKey
                objectName: "key-mode"
                visible: !keyboard.telephone
                width: Theme.portrait ? marksKey.width : Math.max(Math.floor(keyboard.keyWidth * (keyboard.keyWidth < Theme.px(100) ? 1.3 : 1)), Theme.elder ? Theme.px(126) : 0)
                height: Theme.portrait ? keyboard.keyHeight : keyboard.lastHeight
                func: true
                text: keyboard.pinyin ? qsTr("中 / 英") : qsTr("英 / 中")
                Accessible.name: keyboard.pinyin ? qsTr("换成英文键盘") : qsTr("换成拼音键盘")
                focusPolicy: Qt.NoFocus
                onClicked: {
                    keyboard.finish();
                    keyboard.mode = keyboard.pinyin ? "latin" : "pinyin";
                }
            }
            Key {
                objectName: "key-space"
                width: keyboard.keysWidth - (keyboard.telephone ? 0 : marksKey.width + modeKey.width + 2 * keyboard.keyWidth + 4 * keyboard.gap) - (Theme.portrait ? 0 : finish.width + keyboard.gap)
                height: Theme.portrait ? keyboard.keyHeight : keyboard.lastHeight
                text: engine.choosing && engine.words.length > 0 ? qsTr("选第一个") : qsTr("空格")
                focusPolicy: Qt.NoFocus
                onClicked: engine.space()
            }
            Repeater {
                model: keyboard.telephone ? [] : keyboard.pinyin ? ["，", "。"] : [",", "."]
                Key {
                    required property string modelData
                    required property int index
                    objectName: index === 0 ? "key-comma" : "key-period"
                    width: keyboard.keyWidth
                    height: Theme.portrait ? keyboard.keyHeight : keyboard.lastHeight
                    text: modelData
                    light: true
                    focusPolicy: Qt.NoFocus
                    onClicked: keyboard.type(text)
                }
            }
        }
        PrimaryButton {
            id: finish
            objectName: "key-done"
            y: keyboard.rowTop(Theme.portrait ? 4 : 3)
            anchors.right: parent.right
            width: Theme.portrait ? keyboard.keysWidth : Math.floor((keyboard.keysWidth - 9 * keyboard.gap) / 4) + keyboard.gap
            height: keyboard.lastHeight
            radius: Theme.rKey
            text: keyboard.doneText
            enabled: keyboard.doneEnabled || engine.choosing
            focusPolicy: Qt.NoFocus
            onClicked: {
                keyboard.finish();
                keyboard.done();
            }
        }
    }
    CandidatePanel {
        visible: (keyboard.expanded || keyboard.beside) && !keyboard.telephone
        x: keyboard.beside ? keyboard.keysWidth + keyboard.gap : 0
        width: parent.width - x
        height: parent.height - y
        engine: engine
        hint: qsTr("用拼音打字，在这里选词")
        closable: !keyboard.beside
        onClosed: keyboard.expanded = false
    }
}
