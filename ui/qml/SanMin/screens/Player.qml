pragma ComponentBehavior: Bound
import QtQuick
import QtMultimedia
import SanMin
import SanMin.Models

// A report or interview: video, captions, transcript to tap, timeline with flags, chapters. The boat is the playhead.
ScreenFrame {
    id: screen

    required property PlayerModel model
    readonly property bool wide: !Theme.portrait
    readonly property bool low: Theme.portrait && Theme.lowered // the transcript stands above what is touched
    readonly property int videoWidth: wide ? Theme.px(Theme.elder ? 1000 : 1050) : area.width
    readonly property int videoHeight: Math.round(videoWidth * 9 / 16)
    property bool ended: false
    property bool broken: false
    readonly property bool missing: model.source === "" || broken
    readonly property bool whole: missing || Theme.calmMotion // all at once: nothing plays, or nothing may come in
    property bool arrived: false

    function seek(seconds: real) {
        ended = false;
        const place = model.bounded(seconds);
        player.position = Math.round(place * 1000);
        model.report(place);
        player.play();
    }

    // A player that failed is made anew once; where that does not help the screen says so.
    function revive() {
        player.begun = false;
        player.stop();
        broken = !shell.failed("player");
    }

    title: Theme.say(model.name)
    showHome: false
    headerItems: [
        SansText {
            visible: screen.wide && !Theme.elder
            text: screen.model.kind === "report" ? qsTr("述职报告") : qsTr("局长访谈")
            size: Theme.t(32)
            color: Theme.ink2
        }
    ]

    MediaPlayer {
        id: player
        property bool begun: false
        source: screen.model.source
        playbackRate: screen.model.speed
        videoOutput: output
        audioOutput: AudioOutput {
            volume: screen.shell.volume
        }
        onPositionChanged: milliseconds => {
            if (begun)
                screen.model.report(milliseconds / 1000);
        }
        onErrorOccurred: (error, words) => {
            console.info("player: error", error);
            screen.revive();
        }
        onPlaybackStateChanged: screen.model.setPlaying(playbackState === MediaPlayer.PlayingState)
        // From the beginning it need not be known how long the clip is: the picture comes a good deal sooner.
        Component.onCompleted: {
            if (!screen.missing && screen.model.startAt === 0) {
                begun = true;
                play();
            }
        }
        onMediaStatusChanged: {
            if (!begun && (mediaStatus === MediaPlayer.LoadedMedia || mediaStatus === MediaPlayer.BufferedMedia)) {
                begun = true;
                position = Math.round(screen.model.startAt * 1000);
                play();
            } else if (mediaStatus === MediaPlayer.EndOfMedia) {
                screen.ended = true;
            }
        }
    }
    Timer {
        interval: 600
        running: !screen.arrived && !screen.whole
        onTriggered: screen.arrived = true // however long the picture takes
    }
    // Playing, and no picture comes: the pipeline is dead without saying so.
    Timer {
        property int last: -1
        interval: 8000
        repeat: true
        running: player.playbackState === MediaPlayer.PlayingState
        onRunningChanged: last = -1
        onTriggered: {
            if (player.position === last)
                screen.revive();
            last = player.position;
        }
    }
    Rectangle {
        id: video
        width: screen.videoWidth
        height: screen.videoHeight
        radius: Theme.rCard
        color: Theme.abyss
        Image {
            anchors.fill: parent
            anchors.margins: Theme.px(12) // a rim, for nothing rounds a picture in the software renderer
            source: screen.model.poster
            asynchronous: !screen.missing
            sourceSize.width: width
            fillMode: Image.PreserveAspectCrop
        }
        VideoOutput {
            id: output
            objectName: "picture"
            anchors.fill: parent
            anchors.margins: Theme.px(12)
            visible: player.begun
            onSourceRectChanged: screen.arrived = true // the first picture came
        }
        Rectangle {
            visible: screen.model.captionsOn && captionWords.text !== "" && !screen.ended
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(36)
            width: captionWords.width + Theme.px(56)
            height: captionWords.height + Theme.px(24)
            radius: Theme.px(14)
            color: "#E606263F"
            SansText {
                id: captionWords
                anchors.centerIn: parent
                width: Math.min(implicitWidth, video.width - Theme.px(120))
                text: Theme.say(screen.model.caption)
                size: Theme.tLarge
                lead: 1.3
                strong: true
                color: Theme.onFill
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignHCenter
            }
        }
        Touchable {
            objectName: "video"
            surface: true
            anchors.fill: parent
            text: screen.model.playing ? qsTr("暂停") : qsTr("播放")
            enabled: !screen.missing && !screen.ended
            onClicked: screen.model.playing ? player.pause() : player.play()
        }
        Loader {
            anchors.fill: parent
            active: screen.ended || screen.missing
            sourceComponent: PlayerEnding {
                model: screen.model
                missing: screen.missing
                radius: video.radius
                onAgain: screen.seek(0)
            }
        }
    }
    // What stands around the picture is made once the picture is there; a person looks at that first.
    Loader {
        anchors.fill: parent
        active: screen.arrived || screen.whole
        asynchronous: !screen.whole
        opacity: status === Loader.Ready ? 1 : 0
        sourceComponent: PlayerParts {
            shell: screen.shell
            model: screen.model
            playable: !screen.missing
            low: screen.low
            videoWidth: screen.videoWidth
            videoHeight: screen.videoHeight
            onSeek: seconds => screen.seek(seconds)
            onToggle: screen.ended ? screen.seek(0) : screen.model.playing ? player.pause() : player.play()
        }
        Behavior on opacity {
            enabled: !screen.whole
            NumberAnimation {
                duration: Theme.appear
                easing.type: Theme.easeThrough
            }
        }
    }
}
