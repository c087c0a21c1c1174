pragma ComponentBehavior: Bound
import QtQuick

// The written answer on its card.
Card {
    id: card

    required property var problem
    readonly property int pad: Theme.px(40)
    readonly property int wanted: paged.y + paged.wanted + Theme.px(36)

    Eyebrow {
        id: head
        x: card.pad
        y: Theme.px(30)
        text: qsTr("书面答复")
    }
    PagedText {
        id: paged
        x: card.pad
        y: head.y + head.height + Theme.px(16)
        width: parent.width - 2 * x
        height: parent.height - y - Theme.px(26)
        size: Theme.t(Theme.language === "en" ? 34 : 40)
        text: Theme.say(card.problem.answer)
    }
}
