pragma ComponentBehavior: Bound
import QtQml
import QtMultimedia

// A tick as of a fingernail on wood; it plays on Qt's own thread and never keeps a picture waiting. Without a device
// that can be heard nothing is loaded: Qt would go on trying to reach a sound server, with the screen's own thread.
QtObject {
    id: tone

    readonly property bool audible: devices.audioOutputs.length > 0
    readonly property QtObject loaded: effect.object

    function play() {
        if (loaded)
            (loaded as SoundEffect).play();
    }

    readonly property MediaDevices devices: MediaDevices {
        id: devices
    }
    readonly property Instantiator made: Instantiator {
        id: effect
        active: tone.audible
        delegate: SoundEffect {
            source: Qt.resolvedUrl("../../../assets/sounds/touch.wav")
            volume: TouchSound.volume
        }
    }
}
