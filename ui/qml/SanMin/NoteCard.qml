pragma ComponentBehavior: Bound
import QtQuick

// A quiet note with its sign: what is private, what is safe, what may wait.
Rectangle {
    id: note

    required property string symbol
    required property string title
    required property string line
    property int size: Theme.tMin
    property color ink: Theme.sea
    property color ground: Theme.mist

    implicitHeight: words.height + Theme.px(44)
    radius: Theme.rCard
    color: ground
    border.width: Theme.highContrast ? Theme.stroke : 0

    Column {
        id: words
        x: Theme.px(30)
        y: Theme.px(22)
        width: parent.width - 2 * x
        spacing: Theme.px(8)
        Row {
            spacing: Theme.px(14)
            width: parent.width
            Icon {
                id: sign
                name: note.symbol
                color: note.ink
                size: Theme.px(38)
            }
            SansText {
                width: parent.width - sign.width - Theme.px(14)
                text: note.title
                size: Theme.tBody
                lead: 1.25
                strong: true
                color: note.ink
                wrapMode: Text.Wrap
            }
        }
        SansText {
            width: parent.width
            text: Theme.language === "en" ? note.line : Theme.unhung(note.line)
            size: note.size
            lead: 1.4
            wrapMode: Text.Wrap
        }
    }
}
