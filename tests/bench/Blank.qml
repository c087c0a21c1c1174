import QtQuick

// The floor of all screens: a window that shows one colour, and moves one rectangle where frames are timed.
Window {
    property bool moving: false
    width: 1920
    height: 1080
    visible: true
    color: "white"
    Rectangle {
        objectName: "patch"
        width: 400
        height: 400
        color: area.pressed ? "red" : "blue"
        MouseArea {
            id: area
            anchors.fill: parent
        }
        NumberAnimation on x {
            running: moving
            from: 0
            to: 1500
            duration: 300
            loops: Animation.Infinite
        }
    }
}
