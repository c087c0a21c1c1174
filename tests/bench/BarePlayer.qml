import QtQuick
import QtMultimedia

// The floor of the player: Qt's MediaPlayer and nothing else, made anew for each clip.
Window {
    id: root
    property url clip
    width: 1920
    height: 1080
    visible: true
    Loader {
        active: root.clip.toString() !== ""
        anchors.fill: parent
        sourceComponent: Item {
            VideoOutput {
                id: output
                anchors.fill: parent
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
