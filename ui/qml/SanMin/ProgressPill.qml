pragma ComponentBehavior: Bound
import QtQuick

// A place in a row of departments: done, current or open. It never says what was chosen.
Touchable {
    id: pill

    property bool done: false
    property bool current: false

    implicitHeight: Theme.px(80)
    radius: Theme.rKey

    background: Rectangle {
        radius: pill.radius
        color: pill.held ? Theme.foam : pill.current ? Theme.surface : pill.done ? Theme.mint : Theme.mist
        border.width: pill.current ? Theme.px(4) : Theme.highContrast ? Theme.stroke : 0
        border.color: Theme.sea
    }

    contentItem: Item {
        Row {
            anchors.centerIn: parent
            spacing: Theme.px(10)
            SansText {
                text: pill.text
                size: Theme.t(32)
                strong: pill.current
                color: pill.current ? Theme.sea : pill.done ? Theme.pine : Theme.ink
            }
            Icon {
                name: pill.current ? "pen" : pill.done ? "check" : "blank"
                color: pill.current ? Theme.sea : pill.done ? Theme.pine : Theme.ink
                size: Theme.px(32)
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
