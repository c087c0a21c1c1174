pragma Singleton
import QtQuick

// Whether a press is answered by a soft sound. The sound is loaded when it is first wanted, and not while the first
// pictures are made.
QtObject {
    id: sound

    property bool on: false
    property real volume: 0 // 0 to 1
    property var tone: null // has a `play()`; null as long as it is not wanted, and where nothing can play it

    function play() {
        if (on && tone)
            tone.play();
    }

    property bool started: false
    readonly property Timer start: Timer {
        interval: 1000
        running: true
        onTriggered: sound.started = true
    }

    function load() {
        if (on && started && !tone)
            tone = Qt.createComponent(Qt.resolvedUrl("TouchTone.qml")).createObject(sound);
    }

    onOnChanged: load()
    onStartedChanged: load()
}
