import QtQuick

// What belongs to every screen: back, home, display, help.
TextButton {
    outline: Theme.soft
    ink: Theme.ink
    size: Theme.px(30 * (Theme.elder ? 1.3 : 1))
    implicitHeight: Theme.px(Theme.elder ? 104 : 80)
}
