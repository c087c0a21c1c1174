pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Only for the office's form: a name and a number, if the person wishes.
FocusScope {
    id: step

    required property QuestionnaireModel model
    readonly property bool lowWide: Theme.lowered && !Theme.portrait
    readonly property int keyboardHeight: Theme.px(lowWide ? 346 : Theme.portrait ? (Theme.lowered ? (Theme.elder ? 556 : 570) : 650) : Theme.elder ? 478 : 484)
    // With lowered controls the fields lie in reach too: beside the keys, or side by side right over them.
    readonly property bool fieldsBeside: lowWide
    readonly property bool paired: !Theme.portrait || Theme.lowered
    readonly property int fieldWidth: fieldsBeside ? Theme.px(!Theme.elder ? 360 : keyboard.beside ? 450 : 560) : paired ? Math.floor((width - fields.spacing) / 2) : width
    readonly property bool brief: fieldsBeside || Theme.portrait && paired // no room for a whole sentence
    readonly property bool pictured: !Theme.highContrast && keyboard.y - askedHeight > Theme.px(230)
    readonly property int askedHeight: asked.height + (fieldsBeside ? 0 : asked.spacing + fields.height)

    focus: true
    Component.onCompleted: {
        person.text = model.name;
        phone.text = model.phone;
        (model.trouble === "bad-phone" ? phone : person).forceActiveFocus();
    }

    // Where the keys leave room, the bay fills it, and the fields stand near the fingers.
    BayOverKeys {
        visible: step.pictured
        width: parent.width
        height: asked.y - Theme.s4
    }
    Column {
        id: asked
        width: parent.width
        y: Theme.portrait && !Theme.lowered && !step.pictured ? 0 : Math.max(0, keyboard.y - step.askedHeight - Theme.px(Theme.elder && Theme.lowered ? 16 : 30))
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
    }
    Flow {
        id: fields
        y: step.fieldsBeside ? keyboard.y : asked.y + asked.height + asked.spacing
        width: step.fieldsBeside ? step.fieldWidth : parent.width
        spacing: Theme.elder && Theme.lowered ? Theme.s2 : Theme.s4
        Field {
            id: person
            objectName: "name"
            width: step.fieldWidth
            label: qsTr("称呼")
            placeholder: step.brief ? qsTr("可不填") : qsTr("怎么称呼您，可不填")
            maximumLength: 40
            wrong: step.model.trouble === "bad-name"
            onEdited: text => step.model.setName(text)
            onActiveFocusChanged: {
                if (activeFocus)
                    keyboard.telephone = false;
            }
        }
        Field {
            id: phone
            objectName: "phone"
            width: step.fieldWidth
            label: qsTr("电话")
            placeholder: step.brief ? qsTr("可不填") : qsTr("电话号码，可不填")
            maximumLength: 20
            wrong: step.model.trouble === "bad-phone"
            onEdited: text => step.model.setPhone(text)
            onActiveFocusChanged: {
                if (activeFocus)
                    keyboard.telephone = true;
            }
        }
    }
    PinyinKeyboard {
        id: keyboard
        anchors.bottom: parent.bottom
        x: step.fieldsBeside ? step.fieldWidth + Theme.s4 : 0
        width: parent.width - x
        height: step.keyboardHeight
        phrases: step.model.phrases
        doneText: !step.fieldsBeside && person.text === "" && phone.text === "" ? qsTr("不留，下一步") : qsTr("下一步")
        onDone: step.model.forward()
    }
}
