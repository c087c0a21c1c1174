pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// The base of everything a person can touch: a press starts and ends inside it, Enter and Space do the same.
T.AbstractButton {
    id: control

    property real radius: Theme.rButton
    property real footRadius: radius // of the lower corners
    property bool busy: false
    property bool surface: false // a whole picture that may be touched, with other things on it
    readonly property bool held: down && enabled

    focusPolicy: Qt.TabFocus
    activeFocusOnTab: true
    Accessible.name: text
    Accessible.role: Accessible.Button
    Accessible.onPressAction: control.click()
    onPressed: TouchSound.play()
    Keys.onReturnPressed: control.click()
    Keys.onEnterPressed: control.click()

    // The focus ring follows the shape, with white between, and never touches a neighbour.
    Loader {
        z: 10
        anchors.fill: parent
        anchors.margins: -Theme.ringGap - Theme.ring
        active: control.visualFocus
        sourceComponent: FocusRing {
            corner: control.radius
            foot: control.footRadius
        }
    }
}
