pragma ComponentBehavior: Bound
import QtQuick

// What is wrong and what to do about it, in one calm sentence: amber, a triangle, never red.
Rectangle {
    id: trouble

    property string text: ""
    readonly property int inset: Theme.px(24)

    visible: text !== ""
    implicitHeight: words.implicitHeight + Theme.px(32)
    radius: Theme.rButton
    color: Theme.sand
    border.width: Theme.highContrast ? Theme.stroke : 0
    border.color: Theme.ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        id: sign
        x: trouble.inset
        name: "warn"
        color: Theme.amber
        size: Theme.px(40)
        anchors.verticalCenter: parent.verticalCenter
    }
    SansText {
        id: words
        x: sign.x + sign.width + Theme.px(18)
        width: parent.width - x - trouble.inset
        anchors.verticalCenter: parent.verticalCenter
        text: Theme.language === "en" ? trouble.text : Theme.unhung(Theme.han(trouble.text))
        lead: 1.35
        color: Theme.amber
        strong: true
        wrapMode: Text.Wrap
    }
}
