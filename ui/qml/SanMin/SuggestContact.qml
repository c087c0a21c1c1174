pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Step 3: a name and a number, only if the person wishes; the consent in plain words.
FocusScope {
    id: step

    required property SuggestModel model
    required property string trouble
    readonly property bool lowWide: Theme.lowered && !Theme.portrait
    readonly property int keyboardHeight: Theme.px(lowWide ? 346 : Theme.portrait ? (Theme.lowered ? (Theme.elder ? 556 : 570) : 650) : Theme.elder ? 478 : 484)
    // With lowered controls the fields lie in reach too: beside the keys, or side by side right over them.
    readonly property bool fieldsBeside: lowWide
    readonly property bool paired: !Theme.portrait || Theme.lowered
    readonly property int fieldWidth: fieldsBeside ? Theme.px(!Theme.elder ? 360 : keyboard.beside ? 450 : 560) : paired ? Math.floor((width - fields.spacing) / 2) : width

    readonly property bool pictured: !Theme.highContrast && keyboard.y - askedHeight > Theme.px(230)
    readonly property bool brief: fieldsBeside || Theme.portrait && paired // no room for a whole sentence
    readonly property int askedHeight: asked.height + (fieldsBeside ? 0 : asked.spacing + fields.height)

    focus: true
    Component.onCompleted: {
        person.text = model.name;
        phone.text = model.phone;
        (model.trouble === "bad-phone" ? phone : person).forceActiveFocus();
    }

    Connections {
        target: step.model
        function onChanged() {
            if (step.model.trouble === "bad-phone")
                phone.forceActiveFocus();
            else if (step.model.trouble === "bad-name")
                person.forceActiveFocus();
        }
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
        y: Theme.lowered || step.pictured ? keyboard.y - step.askedHeight - Theme.px(Theme.elder && Theme.lowered ? 16 : 28) : 0
        spacing: Theme.px(Theme.elder ? 14 : 22)
        SerifText {
            width: parent.width
            text: qsTr("要回您电话吗？不留也能提交。")
            size: Theme.px(Theme.elder ? 52 : Theme.portrait ? 46 : 52)
            wrapMode: Text.Wrap
        }
        Row {
            id: consent
            visible: step.trouble === ""
            spacing: Theme.px(14)
            width: parent.width
            Icon {
                id: lock
                name: "lock"
                color: Theme.pine
                size: Theme.px(36)
                y: Math.round((Theme.tMin * 1.4 - height) / 2)
            }
            SansText {
                width: parent.width - lock.width - Theme.px(14)
                text: Theme.elder ? qsTr("只用来和您联系。立刻加密，会场的人看不到。") : qsTr("只用来就这条意见和您联系。写下的内容立刻加密，这台终端和会场的人都看不到。")
                size: Theme.tMin
                lead: 1.4
                color: Theme.ink2
                wrapMode: Text.Wrap
            }
        }
        Trouble {
            objectName: "trouble"
            width: parent.width
            text: step.trouble
            onVisibleChanged: asked.forceLayout()
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
