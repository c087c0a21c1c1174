pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// What was typed so far, or what one may type.
Rectangle {
    id: field

    required property DepartmentsModel model
    readonly property bool empty: model.typed === ""

    radius: Theme.rKey
    color: empty ? Theme.mist : Theme.surface
    border.width: empty ? Theme.stroke : Theme.px(4)
    border.color: empty ? Theme.edge : Theme.sea

    SansText {
        id: words
        x: Theme.px(20)
        width: Math.min(implicitWidth, parent.width - 2 * x)
        height: parent.height
        text: !field.empty ? field.model.typedSigns : field.model.strokes ? qsTr("从任何一个字写起") : Theme.han(qsTr("交通局就按 J T J"))
        size: Theme.t(field.empty ? 28 : 36)
        lead: 1.2
        strong: !field.empty
        color: field.empty ? Theme.ink2 : Theme.ink
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.tMin
    }
    Rectangle {
        visible: !field.empty
        x: words.x + words.width + Theme.px(8)
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.px(3)
        height: Theme.px(40)
        color: Theme.tile
    }
}
