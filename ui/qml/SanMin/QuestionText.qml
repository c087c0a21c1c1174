pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// An answer in one's own words, with the keyboard always there; it is never written to a disk unsealed.
FocusScope {
    id: step

    required property QuestionnaireModel model
    readonly property bool lowWide: Theme.lowered && !Theme.portrait
    readonly property int keyboardHeight: Theme.px(lowWide ? 342 : Theme.portrait ? 650 : Theme.elder ? 442 : 484)

    focus: true

    function showAnswer() {
        if (words.text !== model.question.words) {
            words.text = model.question.words;
            words.cursorPosition = words.length;
        }
    }

    Component.onCompleted: {
        showAnswer();
        words.forceActiveFocus();
    }
    Connections {
        target: step.model
        function onChanged() {
            if (step.model.stage === "question" && step.model.question.kind === "text")
                step.showAnswer();
        }
    }
    Card {
        id: paper
        width: parent.width
        height: keyboard.y - Theme.px(16)
        Flickable {
            id: view
            x: Theme.px(36)
            y: Theme.px(Theme.elder ? 6 : 16)
            width: parent.width - 2 * x - (Theme.portrait ? 0 : counter.width + Theme.px(24))
            readonly property int room: parent.height - y - (Theme.portrait ? counter.height + Theme.px(20) : Theme.px(12))
            readonly property int line: Math.ceil(words.cursorRectangle.height)
            height: line > 0 ? Math.max(1, Math.floor(room / line)) * line : room // whole lines: none is cut in two
            contentHeight: words.height
            interactive: false
            clip: true
            function follow(area: rect) {
                if (area.y + area.height > contentY + height)
                    contentY = area.y + area.height - height;
                else if (area.y < contentY)
                    contentY = area.y;
            }
            TextEdit {
                id: words
                objectName: "words"
                width: view.width
                height: Math.max(implicitHeight, view.height)
                focus: true
                activeFocusOnTab: true
                Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason) // not a tab in the text
                Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                wrapMode: TextEdit.Wrap
                textFormat: TextEdit.PlainText
                font.family: Theme.sans
                font.pixelSize: Theme.tLarge
                font.bold: Theme.highContrast
                color: Theme.ink
                selectByMouse: false
                inputMethodHints: Qt.ImhNoPredictiveText
                cursorDelegate: Rectangle {
                    visible: words.activeFocus
                    width: Theme.px(4)
                    color: Theme.tile
                }
                onCursorRectangleChanged: view.follow(cursorRectangle)
                onTextChanged: step.model.write(text)
                Accessible.name: Theme.say(step.model.question.text)
            }
        }
        SansText {
            id: counter
            objectName: "counter"
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(36)
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(12)
            text: Theme.han(qsTr("%1 / %2 字").arg(step.model.length).arg(step.model.question.most))
            size: Theme.tMin
            lead: 1.2
            strong: step.model.length > step.model.question.most
            color: strong ? Theme.amber : Theme.ink2
        }
    }
    PinyinKeyboard {
        id: keyboard
        anchors.bottom: parent.bottom
        width: parent.width
        height: step.keyboardHeight
        phrases: step.model.phrases
        multiline: true
        doneText: step.model.length === 0 && !step.model.question.required ? qsTr("不写，下一步") : qsTr("下一步")
        onDone: step.model.forward()
    }
}
