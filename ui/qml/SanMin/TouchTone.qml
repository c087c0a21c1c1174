import QtQuick
import QtMultimedia

// A tick as of a fingernail on wood; it plays on Qt's own thread and never keeps a picture waiting.
SoundEffect {
    source: Qt.resolvedUrl("../../../assets/sounds/touch.wav")
    volume: TouchSound.volume
}
