pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Step 1: the words, with the keyboard always there. In elder mode the paper has the whole width to itself.
FocusScope {
    id: step

    required property SuggestModel model
    required property string trouble
    readonly property bool hinted: !Theme.elder
    readonly property bool lowWide: Theme.lowered && !Theme.portrait
    readonly property int keyboardHeight: Theme.px(lowWide ? 346 : Theme.portrait ? 650 : Theme.elder ? 478 : 484)
    readonly property int hintsWidth: hinted && !Theme.portrait ? Theme.px(584) : 0
    readonly property int hintsHeight: hinted && Theme.portrait ? Math.max(Theme.px(256), hints.implicitHeight) : 0

    focus: true

    // The draft, not the field, is what counts: it is there again when one comes back to this step.
    function showDraft() {
        if (words.text !== model.text) {
            words.text = model.text;
            words.cursorPosition = words.length;
        }
    }

    Component.onCompleted: {
        showDraft();
        words.forceActiveFocus();
    }
    Connections {
        target: step.model
        function onChanged() {
            step.showDraft();
        }
    }
    Card {
        id: paper
        width: parent.width - (step.hintsWidth > 0 ? step.hintsWidth + Theme.s4 : 0)
        height: keyboard.y - Theme.px(16) - (step.hintsHeight > 0 ? step.hintsHeight + Theme.s3 : 0)
        Flickable {
            id: view
            x: Theme.px(36)
            y: Theme.px(24)
            width: parent.width - 2 * x - Theme.px(76)
            height: foot.y - y - Theme.px(8)
            contentHeight: words.height
            interactive: false
            clip: true
            function follow(area: rect) {
                if (area.y + area.height > contentY + height)
                    contentY = area.y + area.height - height;
                else if (area.y < contentY)
                    contentY = area.y;
            }
            function turn(pages: int) {
                const most = Math.max(0, contentHeight - height);
                contentY = Math.min(most, Math.max(0, contentY + pages * height * 0.8));
            }
            TextEdit {
                id: words
                objectName: "words"
                readonly property bool surface: contentHeight > view.height // longer than its place: it follows the cursor
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
                cursorDelegate: Rectangle {
                    visible: words.activeFocus
                    width: Theme.px(4)
                    color: Theme.tile
                }
                onCursorRectangleChanged: view.follow(cursorRectangle)
                onTextChanged: step.model.write(text)
                Accessible.name: qsTr("您的意见")
            }
        }
        Item {
            id: scroll
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(16)
            y: Theme.px(20)
            width: Theme.px(76)
            Repeater {
                model: [
                    {
                        "name": "words-up",
                        "symbol": "up",
                        "text": qsTr("往上看"),
                        "by": -1
                    },
                    {
                        "name": "words-down",
                        "symbol": "down",
                        "text": qsTr("往下看"),
                        "by": 1
                    }
                ]
                Key {
                    required property var modelData
                    required property int index
                    objectName: modelData.name
                    visible: words.surface
                    y: index * (height + Theme.s2)
                    width: Theme.px(76)
                    height: Theme.px(76)
                    outlined: true
                    symbol: modelData.symbol
                    text: modelData.text
                    enabled: modelData.by < 0 ? view.contentY > 0 : view.contentY < view.contentHeight - view.height
                    focusPolicy: Qt.NoFocus
                    onClicked: view.turn(modelData.by)
                }
            }
        }
        SansText {
            visible: words.length === 0 && words.preeditText === ""
            x: view.x + Theme.px(12)
            y: view.y
            width: view.width - Theme.px(12)
            text: step.model.problem > 0 ? Theme.han(qsTr("关于重点问题 %1，您想说什么？").arg(step.model.problem)) : step.hinted ? qsTr("说一件您身边的事……") : qsTr("说一件您身边的事：在哪里，什么情况，希望怎么办。")
            size: Theme.tLarge
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
        Row {
            id: foot
            x: Theme.px(36)
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(20)
            spacing: Theme.px(12)
            Icon {
                id: sign
                name: step.trouble === "" ? "lock" : "warn"
                color: step.trouble === "" ? Theme.ink2 : Theme.amber
                size: Theme.px(32)
                anchors.verticalCenter: parent.verticalCenter
            }
            SansText {
                objectName: "trouble"
                width: paper.width - 3 * Theme.px(36) - sign.width - counter.implicitWidth
                text: step.trouble === "" ? qsTr("离开就清除，别人看不到") : Theme.han(step.trouble)
                size: Theme.tMin
                lead: 1.2
                color: step.trouble === "" ? Theme.ink2 : Theme.amber
                strong: step.trouble !== ""
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.tMin
                wrapMode: Text.Wrap
            }
        }
        SansText {
            id: counter
            objectName: "counter"
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(36)
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(20)
            text: Theme.han(step.model.over > 0 ? qsTr("多了 %1 字").arg(step.model.over) : qsTr("%1 / %2 字").arg(step.model.length).arg(step.model.limit))
            size: Theme.tMin
            lead: 1.2
            color: step.model.over > 0 ? Theme.amber : Theme.ink2
            strong: step.model.over > 0
        }
    }
    WriteHints {
        id: hints
        visible: step.hinted
        across: Theme.portrait
        x: Theme.portrait ? 0 : parent.width - width
        y: Theme.portrait ? paper.height + Theme.s3 : 0
        width: Theme.portrait ? parent.width : step.hintsWidth
        height: Theme.portrait ? step.hintsHeight : paper.height
    }
    PinyinKeyboard {
        id: keyboard
        anchors.bottom: parent.bottom
        width: parent.width
        height: step.keyboardHeight
        phrases: step.model.phrases
        multiline: true
        doneText: qsTr("写好了，下一步")
        doneEnabled: step.model.length > 0
        onDone: step.model.forward()
    }
}
