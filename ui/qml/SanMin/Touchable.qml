pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// The base of everything a person can touch: a press starts and ends inside it, Enter and Space do the same.
T.AbstractButton {
    id: control

    property real radius: Theme.rButton
    property bool busy: false
    property bool surface: false // a whole picture that may be touched, with other things on it
    readonly property bool held: down && enabled

    focusPolicy: Qt.TabFocus
    activeFocusOnTab: true
    Accessible.name: text
    Accessible.role: Accessible.Button
    Accessible.onPressAction: control.click()
    Keys.onReturnPressed: control.click()
    Keys.onEnterPressed: control.click()

    // The focus ring follows the shape and never touches a neighbour.
    Rectangle {
        z: 10
        anchors.fill: parent
        anchors.margins: -Theme.px(6)
        visible: control.visualFocus
        color: "transparent"
        radius: control.radius + Theme.px(6)
        border.width: Theme.px(6)
        border.color: Theme.ink
    }
}
