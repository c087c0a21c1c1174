import QtQuick

// Lies over a button for a moment after it appears and after each press: the second tap of a double tap finds nothing.
MouseArea {
    id: rest

    required property Touchable button

    objectName: button.objectName + "-rest"
    z: 11
    anchors.fill: parent
    visible: clock.running
    Accessible.ignored: true
    Component.onCompleted: clock.restart()

    Connections {
        target: rest.button
        function onClicked() {
            clock.restart();
        }
        function onVisibleChanged() {
            clock.restart();
        }
    }
    Timer {
        id: clock
        interval: Theme.doubleTap
    }
}
