pragma ComponentBehavior: Bound
import QtQuick

// A one-line field; the keyboard opens when it is touched.
FocusScope {
    id: field

    property alias text: input.text
    property alias maximumLength: input.maximumLength
    property alias inputMethodHints: input.inputMethodHints
    property string placeholder: ""
    property string name: placeholder
    property bool wrong: false
    signal edited(string text)

    implicitHeight: Theme.px(Theme.elder ? 100 : 84)

    Rectangle {
        anchors.fill: parent
        radius: Theme.rKey
        color: field.wrong ? Theme.sand : Theme.surface
        border.width: input.activeFocus ? Theme.px(4) : Theme.stroke
        border.color: field.wrong ? Theme.amber : input.activeFocus ? Theme.sea : Theme.edge
    }
    SansText {
        anchors.fill: parent
        anchors.leftMargin: Theme.px(24)
        visible: input.text === "" && input.preeditText === ""
        text: Theme.han(field.placeholder)
        color: Theme.ink2
    }
    TextInput {
        id: input
        objectName: field.objectName + "-input"
        anchors.fill: parent
        anchors.leftMargin: Theme.px(24)
        anchors.rightMargin: Theme.px(24)
        focus: true
        activeFocusOnTab: true
        clip: true
        verticalAlignment: TextInput.AlignVCenter
        font.family: Theme.sans
        font.pixelSize: Theme.tLead
        color: Theme.ink
        selectByMouse: false
        onTextEdited: field.edited(text)
        Accessible.name: field.name
        Accessible.role: Accessible.EditableText
    }
}
