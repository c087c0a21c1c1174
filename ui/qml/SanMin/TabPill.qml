import QtQuick

// One of several views of the same thing.
TextButton {
    outline: Theme.soft
    ink: Theme.ink
    radius: height / 2
    size: Theme.px(30 * (Theme.elder ? 1.3 : 1))
    implicitHeight: Theme.touch + Theme.px(2)
    Accessible.role: Accessible.PageTab
}
