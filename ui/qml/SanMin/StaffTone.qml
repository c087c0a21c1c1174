import QtQuick
import QtMultimedia

// Three rising notes, for a person to hear.
Item {
    SoundEffect {
        id: tone
        source: Qt.resolvedUrl("../../../assets/sounds/check.wav")
        Component.onCompleted: play()
    }
}
