pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Step 3: a name and a number, only if the person wishes; the consent in plain words.
FocusScope {
    id: step

    required property SuggestModel model
    required property string trouble
    readonly property int keyboardHeight: Theme.px(Theme.portrait ? 620 : 500)
    readonly property int fieldWidth: Theme.portrait ? width : Math.floor((width - Theme.s4) / 2)

    focus: true
    Component.onCompleted: {
        person.text = model.name;
        phone.text = model.phone;
        person.forceActiveFocus();
    }

    Column {
        width: parent.width
        spacing: Theme.px(18)
        SerifText {
            width: parent.width
            text: qsTr("要回您电话吗？不留也能提交。")
            size: Theme.px(Theme.portrait ? 46 : 52)
            height: Theme.px(72)
            fontSizeMode: Text.HorizontalFit
        }
        Flow {
            width: parent.width
            spacing: Theme.s4
            Field {
                id: person
                objectName: "name"
                width: step.fieldWidth
                placeholder: qsTr("怎么称呼您，可不填")
                maximumLength: 40
                wrong: step.model.trouble === "bad-name"
                onEdited: text => step.model.setName(text)
                onActiveFocusChanged: {
                    if (activeFocus)
                        keyboard.symbols = false;
                }
            }
            Field {
                id: phone
                objectName: "phone"
                width: step.fieldWidth
                placeholder: qsTr("电话号码，可不填")
                maximumLength: 20
                wrong: step.model.trouble === "bad-phone"
                onEdited: text => step.model.setPhone(text)
                onActiveFocusChanged: {
                    if (activeFocus)
                        keyboard.symbols = true;
                }
            }
        }
        Row {
            spacing: Theme.px(14)
            width: parent.width
            Icon {
                name: step.trouble === "" ? "lock" : "warn"
                color: step.trouble === "" ? Theme.pine : Theme.amber
                size: Theme.px(36)
            }
            SansText {
                width: parent.width - Theme.px(60)
                text: step.trouble !== "" ? step.trouble : qsTr("只用来就这条意见和您联系。写下的内容立刻加密，这台终端和会场的人都看不到。")
                size: Theme.tMin
                color: step.trouble === "" ? Theme.ink2 : Theme.amber
                strong: step.trouble !== ""
                wrapMode: Text.Wrap
            }
        }
    }
    PinyinKeyboard {
        id: keyboard
        anchors.bottom: parent.bottom
        width: parent.width
        height: step.keyboardHeight
        doneText: person.text === "" && phone.text === "" ? qsTr("不留，下一步") : qsTr("下一步")
        onDone: step.model.forward()
    }
}
