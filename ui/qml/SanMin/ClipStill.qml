pragma ComponentBehavior: Bound
import QtQuick

// The still of a video in a rounded frame; the mark on the sea while there is none.
Rectangle {
    id: still

    required property string poster
    property color ground: Theme.surface

    radius: Theme.rKey
    color: Theme.sea
    clip: true

    Image {
        anchors.centerIn: parent
        visible: still.poster === ""
        source: Qt.resolvedUrl("../../../assets/logo/mark-white.svg")
        sourceSize.height: Theme.px(96)
    }
    Image {
        anchors.fill: parent
        source: still.poster
        sourceSize.width: still.width
        fillMode: Image.PreserveAspectCrop
        visible: still.poster !== ""
    }
    // Paper corners: a rectangle clips to its box, not to its rounded shape.
    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.rKey
        color: "transparent"
        radius: 2 * Theme.rKey
        border.width: Theme.rKey
        border.color: still.ground
    }
}
