pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Large, always there: time, speed and captions at the left, play with ten seconds back and on in the middle, sound and
// the next report at the right; upright in two rows.
Item {
    id: controls

    required property Shell shell
    required property PlayerModel model
    property bool playable: model.source !== ""
    readonly property int tall: Theme.px(!Theme.elder ? 88 : Theme.portrait ? 100 : 120)
    readonly property bool wide: !Theme.portrait
    readonly property int gap: Theme.s2
    readonly property int sound: Math.round(shell.volume * 100)
    readonly property string soundWords: sound > 0 ? qsTr("声音 %1%").arg(sound) : qsTr("静音")
    signal toggle
    signal step(real seconds)

    implicitHeight: wide ? tall : 2 * tall + gap

    Row {
        id: looks
        x: controls.wide ? 0 : Math.round((controls.width - width) / 2)
        spacing: controls.gap
        SansText {
            height: controls.tall
            width: Theme.px(Theme.elder ? 230 : 180)
            text: controls.model.positionText + " / " + controls.model.durationText
            size: Theme.t(28)
            strong: true
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.tMin
        }
        QuietButton {
            objectName: "speed"
            height: controls.tall
            side: Theme.px(20)
            visible: !Theme.elder
            symbol: "speed"
            text: Theme.han(qsTr("语速 %1").arg(controls.model.speed.toFixed(2).replace(/0$/, "")))
            onClicked: controls.model.nextSpeed()
        }
        QuietButton {
            objectName: "captions"
            height: controls.tall
            side: Theme.px(20)
            symbol: "caption"
            chosen: controls.model.captionsOn
            text: qsTr("字幕")
            onClicked: controls.model.toggleCaptions()
        }
        QuietButton {
            objectName: "sound"
            visible: !controls.wide
            height: controls.tall
            side: Theme.px(20)
            symbol: controls.sound > 0 ? "volume" : "sound"
            text: Theme.han(controls.soundWords)
            onClicked: controls.shell.nextVolume()
        }
    }
    Row {
        id: transport
        readonly property int middle: Math.round((controls.width - width) / 2)
        x: controls.wide ? Math.max(looks.width + controls.gap, Math.min(middle, more.x - controls.gap - width)) : middle - (more.width > 0 ? Math.round((more.width + controls.gap) / 2) : 0)
        y: controls.wide ? 0 : controls.tall + controls.gap
        spacing: controls.gap
        SecondaryButton {
            objectName: "rewind"
            height: controls.tall
            side: Theme.px(20)
            symbol: "rewind"
            text: Theme.han(qsTr("10 秒"))
            onClicked: controls.step(-10)
        }
        PrimaryButton {
            objectName: "play-pause"
            height: controls.tall
            side: Theme.px(20)
            width: Math.max(implicitWidth, Theme.px(Theme.elder ? 230 : 190))
            radius: height / 2
            symbol: controls.model.playing ? "pause" : "playf"
            text: controls.model.playing ? qsTr("暂停") : qsTr("播放")
            enabled: controls.playable
            onClicked: controls.toggle()
        }
        SecondaryButton {
            objectName: "skip"
            height: controls.tall
            side: Theme.px(20)
            symbol: "ahead"
            symbolAfter: true
            text: Theme.han(qsTr("10 秒"))
            onClicked: controls.step(10)
        }
    }
    Row {
        id: more
        x: controls.wide ? controls.width - width : transport.x + transport.width + controls.gap
        y: transport.y
        spacing: controls.gap
        QuietButton {
            objectName: "sound-wide"
            visible: controls.wide
            height: controls.tall
            side: Theme.px(20)
            symbol: controls.sound > 0 ? "volume" : "sound"
            text: Theme.han(controls.soundWords)
            onClicked: controls.shell.nextVolume()
        }
        QuietButton {
            objectName: "next-report"
            height: controls.tall
            side: Theme.px(20)
            visible: controls.model.nextReport.id !== undefined && !Theme.elder
            symbol: "next"
            symbolAfter: true
            text: qsTr("下一个报告")
            Accessible.description: visible ? Theme.say(controls.model.nextReport.name) : ""
            onClicked: controls.model.playNext()
        }
    }
}
