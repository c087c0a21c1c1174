pragma ComponentBehavior: Bound
import QtQuick
import QtMultimedia

// A question of the people and, without sound, how it is answered; the still stands in until the picture moves.
Item {
    id: scene

    required property var answer
    readonly property bool wide: !Theme.portrait

    Column {
        x: Theme.margin
        y: Theme.px(scene.wide ? 230 : 250)
        width: scene.wide ? Theme.px(750) : scene.width - 2 * Theme.margin
        spacing: Theme.px(18)
        Eyebrow {
            text: qsTr("重点问题 第 %1 题").arg(scene.answer.number)
        }
        FittingText {
            id: question
            readonly property string words: Theme.say(scene.answer.question)
            readonly property int longest: Math.max(...words.split(/[，。；！？]/).map(clause => clause.length + 1))
            width: parent.width
            text: Theme.clauses(words, Math.floor(width / largest))
            largest: Math.max(Theme.px(56), Math.min(Theme.px(84), Math.floor(width / longest)))
            room: Theme.px(scene.wide ? 310 : 280)
            lead: 1.24
            verticalAlignment: Text.AlignTop
        }
        SansText {
            text: Theme.han(qsTr("%1的回答，在这里看").arg(Theme.say(scene.answer.department)))
            color: Theme.ink2
            size: Theme.tLead
            lead: 1.4
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
    Card {
        level: 3
        radius: Theme.rSheet
        color: Theme.abyss
        x: scene.wide ? scene.width - width - Theme.margin : Theme.margin
        y: Theme.px(scene.wide ? 90 : 700)
        width: scene.wide ? Theme.px(990) : scene.width - 2 * Theme.margin
        height: Math.round(width * 9 / 16)
        Image {
            anchors.fill: parent
            anchors.margins: Theme.px(16) // a rim, for nothing rounds a picture in the software renderer
            source: scene.answer.poster
            sourceSize.width: width
            fillMode: Image.PreserveAspectCrop
        }
        VideoOutput {
            id: output
            anchors.fill: parent
            anchors.margins: Theme.px(16)
            visible: player.playing
        }
        MediaPlayer {
            id: player
            property bool begun: false
            source: scene.answer.source
            videoOutput: output
            onMediaStatusChanged: {
                if (!begun && (mediaStatus === MediaPlayer.LoadedMedia || mediaStatus === MediaPlayer.BufferedMedia)) {
                    begun = true;
                    setPosition(Math.round(scene.answer.at * 1000));
                    play();
                }
            }
        }
    }
}
