import QtQuick

// What belongs to every screen: back, home, display, help.
TextButton {
    outline: Theme.soft
    ink: Theme.ink
    size: Theme.t(30)
    implicitHeight: Theme.px(Theme.elder ? 104 : 80)
}
