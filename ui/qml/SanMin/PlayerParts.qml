pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// What stands around the player's picture: the transcript, the timeline with chapters, the controls.
Item {
    id: parts

    required property Shell shell
    required property PlayerModel model
    required property bool playable
    required property bool low // the transcript stands above what is touched
    required property int videoWidth
    required property int videoHeight
    readonly property bool wide: !Theme.portrait
    signal seek(real seconds)
    signal toggle

    Transcript {
        model: parts.model
        x: parts.wide ? parts.videoWidth + Theme.px(32) : 0
        y: parts.wide ? 0 : parts.low ? parts.videoHeight + Theme.px(24) : controls.y + controls.height + Theme.px(24)
        width: parts.width - x
        height: parts.wide ? parts.videoHeight : parts.low ? timeline.y - y - Theme.px(16) : parts.height - y - Theme.px(8)
        onSeek: seconds => parts.seek(seconds)
    }
    Timeline {
        id: timeline
        model: parts.model
        y: parts.low ? controls.y - Theme.s2 - height : parts.videoHeight + Theme.px(8)
        width: parts.width
        onSeek: seconds => parts.seek(seconds)
    }
    PlayerControls {
        id: controls
        shell: parts.shell
        model: parts.model
        playable: parts.playable
        y: parts.low ? parts.height - height - Theme.px(8) : timeline.y + timeline.height + Theme.s2
        width: parts.width
        onToggle: parts.toggle()
        onStep: seconds => parts.seek(parts.model.position + seconds)
    }
}
