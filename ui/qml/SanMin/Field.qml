pragma ComponentBehavior: Bound
import QtQuick

// A one-line field; the keyboard opens when it is touched.
FocusScope {
    id: field

    property alias text: input.text
    property alias maximumLength: input.maximumLength
    property alias inputMethodHints: input.inputMethodHints
    property string label: ""
    property string placeholder: ""
    property string name: label !== "" ? label : placeholder
    readonly property int inset: Theme.px(Theme.elder ? 18 : 24)
    readonly property int wordsX: head.visible ? head.x + head.width + Theme.px(Theme.elder ? 12 : 20) : inset
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
        id: head
        visible: field.label !== ""
        x: field.inset
        height: parent.height
        text: field.label
        strong: true
        color: Theme.sea
    }
    SansText {
        anchors.fill: parent
        anchors.leftMargin: field.wordsX + Theme.px(12) // beside the caret
        anchors.rightMargin: field.inset
        visible: input.text === "" && input.preeditText === ""
        text: Theme.han(field.placeholder)
        color: Theme.ink2
    }
    TextInput {
        id: input
        objectName: field.objectName + "-input"
        anchors.fill: parent
        anchors.leftMargin: field.wordsX
        anchors.rightMargin: field.inset
        focus: true
        activeFocusOnTab: true
        clip: true
        verticalAlignment: TextInput.AlignVCenter
        font.family: Theme.sans
        font.pixelSize: Theme.tLead
        font.bold: Theme.highContrast
        color: Theme.ink
        selectByMouse: false
        cursorDelegate: Rectangle {
            visible: input.activeFocus
            width: Theme.px(4)
            color: Theme.tile
        }
        onTextEdited: field.edited(text)
        Accessible.name: field.name
        Accessible.role: Accessible.EditableText
    }
}
