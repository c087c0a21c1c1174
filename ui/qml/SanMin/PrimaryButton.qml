import QtQuick

// The one act of a screen, in roof-tile red.
TextButton {
    ground: Theme.tile
    groundHeld: Theme.tileDeep
    outline: Theme.tile
    ink: Theme.onFill
    sink: Theme.px(2)
    size: Theme.t(34)
    implicitHeight: Theme.button
}
