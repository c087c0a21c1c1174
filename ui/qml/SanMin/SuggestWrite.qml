pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Step 1: the words, with the keyboard always there.
FocusScope {
    id: step

    required property SuggestModel model
    required property string trouble
    readonly property int keyboardHeight: Theme.px(Theme.portrait ? 620 : 500)

    focus: true
    Component.onCompleted: {
        words.text = model.text;
        words.cursorPosition = words.length;
        words.forceActiveFocus();
    }

    Card {
        id: paper
        width: parent.width
        height: parent.height - step.keyboardHeight - Theme.px(16)
        Flickable {
            id: view
            x: Theme.px(36)
            y: Theme.px(28)
            width: parent.width - 2 * x
            height: parent.height - Theme.px(100)
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
                wrapMode: TextEdit.Wrap
                textFormat: TextEdit.PlainText
                font.family: Theme.sans
                font.pixelSize: Theme.tLarge
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
        SansText {
            visible: words.length === 0 && words.preeditText === ""
            x: view.x
            y: view.y
            width: view.width
            text: qsTr("说一件您身边的事：在哪里，什么情况，希望怎么办。")
            size: Theme.tLarge
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
        Row {
            x: Theme.px(36)
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(20)
            spacing: Theme.px(12)
            Icon {
                name: step.trouble === "" ? "lock" : "warn"
                color: step.trouble === "" ? Theme.ink2 : Theme.amber
                size: Theme.px(32)
                anchors.verticalCenter: parent.verticalCenter
            }
            SansText {
                text: step.trouble === "" ? qsTr("离开就清除，别人看不到") : step.trouble
                size: Theme.tMin
                lead: 1.2
                color: step.trouble === "" ? Theme.ink2 : Theme.amber
                strong: step.trouble !== ""
            }
        }
        SansText {
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(36)
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(20)
            text: Theme.han(qsTr("%1 / %2 字").arg(step.model.length).arg(step.model.limit))
            size: Theme.tMin
            lead: 1.2
            color: step.model.length > step.model.limit ? Theme.amber : Theme.ink2
            strong: step.model.length > step.model.limit
        }
    }
    PinyinKeyboard {
        y: paper.height + Theme.px(16)
        width: parent.width
        height: step.keyboardHeight
        doneText: qsTr("写好了，下一步")
        onDone: step.model.forward()
    }
}
