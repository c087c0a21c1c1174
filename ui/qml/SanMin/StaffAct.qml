import QtQuick

// A button of the staff's screens; at most one of a row is the primary one.
TextButton {
    property bool primary: false

    ground: primary ? Theme.tile : Theme.surface
    groundHeld: primary ? Theme.tileDeep : Theme.foam
    outline: primary ? Theme.tile : Theme.edge
    ink: primary ? Theme.onFill : Theme.sea
    side: Theme.px(16)
}
