pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Plugins
import SanMin

// Our own keys over Qt's pinyin engine. It writes into whatever has the focus; `done` is the red key.
Item {
    id: keyboard

    property string doneText: ""
    property bool doneEnabled: true
    property string mode: Theme.language === "en" ? "latin" : "pinyin"
    property bool shift: false
    property bool symbols: false
    readonly property var letters: ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
    readonly property var marks: Theme.language === "en" || mode === "latin" ? ["1234567890", "-/:;()@&%#", ".,?!'\"+"] : ["1234567890", "－／：；（）“”《》", "。，、？！…～"]
    readonly property var rows: symbols ? marks : letters
    readonly property var candidates: InputContext.inputEngine.wordCandidateListModel
    readonly property int gap: Theme.s2
    readonly property int keyWidth: Math.floor((width - 9 * gap) / 10)
    readonly property int keyHeight: Math.floor((height - bar.height - 4 * gap - Theme.px(14)) / 4)
    property int firstCandidate: 0
    property int candidateCount: 0
    signal done

    function engage() {
        InputContext.inputEngine.inputMethod = pinyin;
        InputContext.inputEngine.inputMode = mode === "pinyin" ? InputEngine.InputMode.Pinyin : InputEngine.InputMode.Latin;
    }
    function type(text: string) {
        engageIfNeeded();
        if (mode === "pinyin" && !symbols && /^[a-z']$/.test(text)) {
            InputContext.inputEngine.virtualKeyClick(text === "'" ? Qt.Key_Apostrophe : text.toUpperCase().charCodeAt(0), text, Qt.NoModifier);
        } else {
            commitPending();
            InputContext.commit(shift ? text.toUpperCase() : text);
            shift = false;
        }
    }
    function press(key: int, text: string) {
        engageIfNeeded();
        InputContext.inputEngine.virtualKeyClick(key, text, Qt.NoModifier);
    }
    function engageIfNeeded() {
        if (InputContext.inputEngine.inputMethod !== pinyin)
            engage();
    }
    // Letters that are not yet words become what they are: the first candidate, or the letters.
    function commitPending() {
        if (candidateCount > 0)
            candidates.selectItem(0);
        else
            InputContext.inputEngine.update();
        firstCandidate = 0;
    }

    onModeChanged: engage()
    onVisibleChanged: {
        if (visible)
            engage();
    }
    Component.onCompleted: engage()
    Component.onDestruction: InputContext.inputEngine.reset()

    PinyinInputMethod {
        id: pinyin
    }
    Connections {
        target: keyboard.candidates
        function onCountChanged() {
            keyboard.candidateCount = keyboard.candidates.count;
            keyboard.firstCandidate = 0;
        }
    }
    Card {
        id: bar
        width: parent.width
        height: Theme.px(92)
        radius: Theme.rButton
        visible: keyboard.mode === "pinyin"
        SansText {
            visible: keyboard.candidateCount === 0
            x: Theme.px(28)
            height: parent.height
            text: qsTr("用拼音打字，在这里选词")
            size: Theme.t(28)
            color: Theme.ink2
        }
        Row {
            id: words
            x: Theme.px(16)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(8)
            clip: true
            width: parent.width - Theme.px(32) - (more.visible ? more.width + less.width + Theme.px(40) : 0)
            Repeater {
                model: keyboard.candidateCount > 0 ? keyboard.candidates : null
                Item {
                    id: candidate
                    required property string display
                    required property int index
                    readonly property bool first: index === keyboard.firstCandidate
                    visible: index >= keyboard.firstCandidate && index < keyboard.firstCandidate + 12
                    width: visible ? label.implicitWidth + Theme.px(44) : 0
                    height: Theme.px(76)
                    Touchable {
                        objectName: "candidate-" + candidate.index
                        anchors.fill: parent
                        radius: Theme.px(14)
                        text: candidate.display
                        focusPolicy: Qt.NoFocus
                        onClicked: keyboard.candidates.selectItem(candidate.index)
                        background: Rectangle {
                            radius: Theme.px(14)
                            color: candidate.first ? Theme.sea : parent.held ? Theme.foam : "transparent"
                        }
                        contentItem: SansText {
                            id: label
                            text: candidate.display
                            size: Theme.t(40)
                            strong: candidate.first
                            color: candidate.first ? Theme.onFill : Theme.ink
                            horizontalAlignment: Text.AlignHCenter
                        }
                    }
                }
            }
        }
        Key {
            id: less
            objectName: "candidates-before"
            visible: keyboard.candidateCount > 12
            anchors.right: more.left
            anchors.rightMargin: Theme.px(8)
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(76)
            height: Theme.px(76)
            symbol: "left"
            text: qsTr("前面的字")
            outlined: true
            enabled: keyboard.firstCandidate > 0
            focusPolicy: Qt.NoFocus
            onClicked: keyboard.firstCandidate = Math.max(0, keyboard.firstCandidate - 12)
        }
        Key {
            id: more
            objectName: "candidates-after"
            visible: keyboard.candidateCount > 12
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(10)
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(76)
            height: Theme.px(76)
            symbol: "right"
            text: qsTr("更多字")
            outlined: true
            enabled: keyboard.firstCandidate + 12 < keyboard.candidateCount
            focusPolicy: Qt.NoFocus
            onClicked: keyboard.firstCandidate += 12
        }
    }
    Repeater {
        model: 3
        Row {
            id: line
            required property int index
            readonly property string keys: keyboard.rows[index]
            readonly property int aside: Math.floor((keyboard.width - keys.length * keyboard.keyWidth - (keys.length - 1) * keyboard.gap) / 2)
            x: index === 1 ? aside : 0
            y: bar.height + Theme.px(14) + index * (keyboard.keyHeight + keyboard.gap)
            spacing: keyboard.gap
            Key {
                objectName: "key-shift"
                visible: line.index === 2
                width: line.aside - keyboard.gap
                height: keyboard.keyHeight
                func: true
                chosen: keyboard.shift
                text: keyboard.mode === "latin" ? qsTr("大写") : qsTr("分词")
                focusPolicy: Qt.NoFocus
                onClicked: {
                    if (keyboard.mode === "latin")
                        keyboard.shift = !keyboard.shift;
                    else
                        keyboard.type("'");
                }
            }
            Repeater {
                model: line.keys.split("")
                Key {
                    required property string modelData
                    objectName: "key-" + modelData
                    width: keyboard.keyWidth
                    height: keyboard.keyHeight
                    text: keyboard.shift ? modelData.toUpperCase() : modelData
                    focusPolicy: Qt.NoFocus
                    onClicked: keyboard.type(modelData)
                }
            }
            Key {
                objectName: "key-backspace"
                visible: line.index === 2
                width: line.aside - keyboard.gap
                height: keyboard.keyHeight
                func: true
                symbol: "backspace"
                text: qsTr("删除")
                focusPolicy: Qt.NoFocus
                autoRepeat: true
                onClicked: keyboard.press(Qt.Key_Backspace, "")
            }
        }
    }
    Row {
        y: bar.height + Theme.px(14) + 3 * (keyboard.keyHeight + keyboard.gap)
        spacing: keyboard.gap
        Key {
            objectName: "key-symbols"
            width: Math.floor(keyboard.keyWidth * 1.5)
            height: keyboard.keyHeight
            func: true
            text: keyboard.symbols ? qsTr("字母") : qsTr("数字符号")
            focusPolicy: Qt.NoFocus
            onClicked: keyboard.symbols = !keyboard.symbols
        }
        Key {
            objectName: "key-mode"
            width: keyboard.keyWidth
            height: keyboard.keyHeight
            func: true
            text: keyboard.mode === "pinyin" ? "中 / 英" : "英 / 中"
            focusPolicy: Qt.NoFocus
            onClicked: {
                keyboard.commitPending();
                keyboard.mode = keyboard.mode === "pinyin" ? "latin" : "pinyin";
            }
        }
        Key {
            objectName: "key-space"
            width: keyboard.width - Math.floor(keyboard.keyWidth * 1.5) - 3 * keyboard.keyWidth - finish.width - 5 * keyboard.gap
            height: keyboard.keyHeight
            text: qsTr("空格")
            focusPolicy: Qt.NoFocus
            onClicked: keyboard.press(Qt.Key_Space, " ")
        }
        Key {
            objectName: "key-comma"
            width: keyboard.keyWidth
            height: keyboard.keyHeight
            text: keyboard.mode === "pinyin" ? "，" : ","
            focusPolicy: Qt.NoFocus
            onClicked: keyboard.type(text)
        }
        Key {
            objectName: "key-period"
            width: keyboard.keyWidth
            height: keyboard.keyHeight
            text: keyboard.mode === "pinyin" ? "。" : "."
            focusPolicy: Qt.NoFocus
            onClicked: keyboard.type(text)
        }
        PrimaryButton {
            id: finish
            objectName: "key-done"
            width: Math.floor(keyboard.keyWidth * 2.5)
            height: keyboard.keyHeight
            radius: Theme.rKey
            text: keyboard.doneText
            enabled: keyboard.doneEnabled
            focusPolicy: Qt.NoFocus
            onClicked: {
                keyboard.commitPending();
                keyboard.done();
            }
        }
    }
}
