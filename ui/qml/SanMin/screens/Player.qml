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
    readonly property int videoWidth: wide ? Theme.px(Theme.elder ? 980 : 1056) : area.width
    readonly property int videoHeight: Math.round(videoWidth * 9 / 16)
    property bool ended: false

    function seek(seconds: real) {
        ended = false;
        const place = model.bounded(seconds);
        player.position = Math.round(place * 1000);
        model.report(place);
        player.play();
    }

    title: Theme.say(model.name)
    showHome: false
    headerItems: [
        SansText {
            visible: screen.wide
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
        onPositionChanged: {
            if (begun)
                screen.model.report(position / 1000);
        }
        onPlaybackStateChanged: screen.model.setPlaying(playbackState === MediaPlayer.PlayingState)
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
    Rectangle {
        id: video
        width: screen.videoWidth
        height: screen.videoHeight
        radius: Theme.rCard
        color: Theme.abyss
        clip: true
        Image {
            anchors.fill: parent
            source: screen.model.poster
            sourceSize.width: width
            fillMode: Image.PreserveAspectCrop
        }
        VideoOutput {
            id: output
            anchors.fill: parent
            visible: player.begun
        }
        Rectangle {
            visible: screen.model.captionsOn && captionWords.text !== "" && !screen.ended
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(28)
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
            anchors.fill: parent
            text: screen.model.playing ? qsTr("暂停") : qsTr("播放")
            enabled: screen.model.source !== "" && !screen.ended
            onClicked: screen.model.playing ? player.pause() : player.play()
        }
        Rectangle {
            anchors.fill: parent
            visible: screen.ended || screen.model.source === ""
            color: "#D906263F"
            radius: parent.radius
            Column {
                anchors.centerIn: parent
                width: parent.width - Theme.px(80)
                spacing: Theme.px(24)
                SerifText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: screen.model.source === "" ? qsTr("这段视频还没到") : qsTr("看完了")
                    size: Theme.t(56)
                    color: Theme.onFill
                }
                SansText {
                    visible: screen.model.source === ""
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: qsTr("文字稿已经到了，可以先读。")
                    color: Theme.onFill
                }
                Row {
                    visible: screen.ended
                    anchors.horizontalCenter: parent.horizontalCenter
                    spacing: Theme.s3
                    SecondaryButton {
                        objectName: "again"
                        symbol: "rewind"
                        text: qsTr("再看一遍")
                        onClicked: screen.seek(0)
                    }
                    SecondaryButton {
                        objectName: "judge"
                        visible: screen.model.problem > 0
                        symbol: "answer"
                        text: qsTr("说清楚了吗？")
                        onClicked: screen.model.judgeAnswer()
                    }
                }
            }
        }
    }
    Transcript {
        id: transcript
        model: screen.model
        x: screen.wide ? screen.videoWidth + Theme.px(32) : 0
        y: screen.wide ? 0 : controls.y + controls.height + Theme.px(24)
        width: screen.area.width - x
        height: screen.wide ? screen.videoHeight : screen.area.height - y - Theme.px(4)
        onSeek: seconds => screen.seek(seconds)
    }
    Timeline {
        id: timeline
        model: screen.model
        y: screen.videoHeight + Theme.px(14)
        width: screen.area.width
        onSeek: seconds => screen.seek(seconds)
    }
    Flow {
        id: controls
        y: timeline.y + timeline.height + Theme.px(14)
        width: screen.area.width
        spacing: Theme.s2
        SansText {
            height: Theme.px(88)
            width: Theme.px(Theme.elder ? 240 : 190)
            text: screen.model.positionText + " / " + screen.model.durationText
            size: Theme.px(Theme.elder ? 36 : 30)
            strong: true
        }
        QuietButton {
            objectName: "speed"
            height: Theme.px(88)
            visible: !Theme.elder
            symbol: "speed"
            text: Theme.han(qsTr("语速 %1").arg(screen.model.speed.toFixed(2).replace(/0$/, "")))
            onClicked: screen.model.nextSpeed()
        }
        QuietButton {
            objectName: "captions"
            height: Theme.px(88)
            symbol: "caption"
            chosen: screen.model.captionsOn
            text: qsTr("字幕")
            onClicked: screen.model.toggleCaptions()
        }
        SecondaryButton {
            objectName: "rewind"
            height: Theme.px(88)
            symbol: "rewind"
            text: Theme.han(qsTr("10 秒"))
            onClicked: screen.seek(screen.model.position - 10)
        }
        PrimaryButton {
            objectName: "play-pause"
            height: Theme.px(88)
            width: Theme.px(Theme.elder ? 240 : 190)
            radius: height / 2
            symbol: screen.model.playing ? "pause" : "playf"
            text: screen.model.playing ? qsTr("暂停") : qsTr("播放")
            enabled: screen.model.source !== ""
            onClicked: screen.ended ? screen.seek(0) : screen.model.playing ? player.pause() : player.play()
        }
        SecondaryButton {
            objectName: "skip"
            height: Theme.px(88)
            symbol: "ahead"
            symbolAfter: true
            text: Theme.han(qsTr("10 秒"))
            onClicked: screen.seek(screen.model.position + 10)
        }
        QuietButton {
            objectName: "softer"
            height: Theme.px(88)
            symbol: "sound"
            text: qsTr("小声")
            onClicked: screen.shell.changeVolume(-1)
        }
        QuietButton {
            objectName: "louder"
            height: Theme.px(88)
            symbol: "volume"
            text: qsTr("大声")
            onClicked: screen.shell.changeVolume(1)
        }
        QuietButton {
            objectName: "next-report"
            height: Theme.px(88)
            visible: screen.model.nextReport.id !== undefined && !Theme.elder
            width: Math.min(implicitWidth, Theme.px(Theme.portrait ? 520 : 356))
            symbol: "next"
            symbolAfter: true
            text: visible ? qsTr("下一个：%1").arg(Theme.say(screen.model.nextReport.name)) : ""
            onClicked: screen.model.playNext()
        }
    }
}
