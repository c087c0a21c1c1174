pragma ComponentBehavior: Bound
import QtQuick

// What was done, line by line, each with its sign.
Item {
    id: facts

    required property list<var> all // [{symbol, text, attention}]

    Repeater {
        id: repeater
        model: facts.all
        Rectangle {
            id: fact
            required property var modelData
            required property int index
            readonly property Item before: index > 0 ? repeater.itemAt(index - 1) : null
            y: before ? before.y + before.height + Theme.s2 : 0
            readonly property bool bad: modelData.attention ?? false
            width: facts.width
            height: Math.max(Theme.px(84), words.implicitHeight + Theme.px(30))
            radius: Theme.rKey
            color: bad ? Theme.sand : Theme.surface
            border.width: Theme.highContrast ? Theme.stroke : 0
            EdgeShadow {
                visible: !fact.bad && !Theme.highContrast
                level: 1
                radius: fact.radius
            }
            Icon {
                id: sign
                x: Theme.px(28)
                name: fact.modelData.symbol
                color: fact.bad ? Theme.amber : Theme.pine
                size: Theme.px(44)
                anchors.verticalCenter: parent.verticalCenter
            }
            FittingText {
                id: words
                sans: true
                font.bold: Theme.highContrast
                x: sign.x + sign.width + Theme.px(22)
                width: parent.width - x - Theme.px(24)
                height: parent.height
                text: Theme.han(fact.modelData.text)
                largest: Theme.t(32)
                lead: 1.3
                color: fact.bad ? Theme.amber : Theme.ink
            }
        }
    }
}
