import QtQuick

// One of several views of the same thing.
TextButton {
    outline: Theme.soft
    ink: Theme.ink
    radius: height / 2
    size: Theme.t(30)
    implicitHeight: Theme.touch + Theme.px(2)
    Accessible.role: Accessible.PageTab
}
