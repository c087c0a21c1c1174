pragma ComponentBehavior: Bound
import QtQuick

// Nothing here yet, or something went wrong: a picture, a sentence, a way on.
Card {
    id: state

    required property string title
    property string message: ""
    property bool trouble: false
    default property alias actions: row.data

    implicitHeight: Theme.px(420)

    SeaScene {
        visible: !Theme.highContrast
        width: Theme.px(Theme.portrait ? 220 : 320)
        height: parent.height
        waterline: 0.6
    }
    Column {
        x: Theme.px(Theme.portrait ? 260 : 368)
        width: parent.width - x - Theme.px(40)
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(16)
        Row {
            spacing: Theme.px(16)
            Icon {
                visible: state.trouble
                name: "warn"
                color: Theme.amber
                size: Theme.px(56)
                anchors.verticalCenter: parent.verticalCenter
            }
            SerifText {
                text: Theme.han(state.title)
                size: Theme.tCard
            }
        }
        SansText {
            text: Theme.han(state.message)
            width: parent.width
            wrapMode: Text.Wrap
            color: Theme.ink2
        }
        Flow {
            id: row
            width: parent.width
            spacing: Theme.s2
        }
    }
}
