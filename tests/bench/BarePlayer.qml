import QtQuick
import QtMultimedia

// The floor of the player: Qt's MediaPlayer and nothing else, made anew for each clip with a touch.
Window {
    id: root
    required property url clip
    property bool wanted: false
    width: 1920
    height: 1080
    visible: true
    MouseArea {
        anchors.fill: parent
        onClicked: root.wanted = true
    }
    Loader {
        active: root.wanted
        anchors.fill: parent
        sourceComponent: Item {
            VideoOutput {
                id: output
                objectName: "picture"
                width: 1026 // as large as in the kiosk
                height: 567
            }
            MediaPlayer {
                source: root.clip
                videoOutput: output
                audioOutput: AudioOutput {}
                Component.onCompleted: play()
            }
        }
    }
}
