pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Only for the office's form: a name and a number, if the person wishes.
FocusScope {
    id: step

    required property QuestionnaireModel model
    readonly property bool lowWide: Theme.lowered && !Theme.portrait
    readonly property int keyboardHeight: Theme.px(lowWide ? 346 : Theme.portrait ? 650 : Theme.elder ? 478 : 484)
    readonly property int fieldWidth: Theme.portrait ? width : Math.floor((width - Theme.s4) / 2)

    focus: true
    Component.onCompleted: {
        person.text = model.name;
        phone.text = model.phone;
        (model.trouble === "bad-phone" ? phone : person).forceActiveFocus();
    }

    Column {
        width: parent.width
        y: Theme.portrait ? 0 : Math.max(0, keyboard.y - height - Theme.px(30))
        spacing: Theme.px(22)
        FittingText {
            width: parent.width
            text: qsTr("要署名吗？不署名也能交。")
            largest: Theme.px(52)
            room: Theme.px(140)
        }
        SansText {
            visible: !Theme.elder
            width: parent.width
            text: qsTr("只用来就这份意见和您联系。写下的内容立刻加密，这台终端和会场的人都看不到。")
            size: Theme.tMin
            lead: 1.4
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
        Flow {
            width: parent.width
            spacing: Theme.s4
            Field {
                id: person
                objectName: "name"
                width: step.fieldWidth
                label: qsTr("称呼")
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
                label: qsTr("电话")
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
    }
    PinyinKeyboard {
        id: keyboard
        anchors.bottom: parent.bottom
        width: parent.width
        height: step.keyboardHeight
        phrases: step.model.phrases
        doneText: person.text === "" && phone.text === "" ? qsTr("不留，下一步") : qsTr("下一步")
        onDone: step.model.forward()
    }
}
