pragma ComponentBehavior: Bound
import QtQuick

// The recurring line at the foot of the window, in the outer 8 mm where no control may be. It stands outside the
// screens and does not move while they change; in a flow the boat sails along it.
Item {
    id: strip

    property real progress: -1
    property bool low: false
    readonly property bool sailing: progress >= 0
    // From the water beside the roofs to the water before the pavilion; both stand nearer in an upright picture.
    readonly property real shore: Theme.portrait ? 0.345 : 0.205
    readonly property real pier: Theme.portrait ? 0.82 : 0.89

    // One of its drawings. Reading one takes longer than building a screen, so what was shown once is kept.
    component Line: Image {
        required property string size
        property bool shown: false
        property bool met: false

        visible: shown
        width: strip.width
        fillMode: Image.PreserveAspectCrop
        verticalAlignment: Image.AlignBottom
        horizontalAlignment: Image.AlignLeft
        sourceSize.height: height
        source: met ? Qt.resolvedUrl("../../../assets/scenery/horizon-" + (Theme.highContrast ? "contrast-1920x46" : size) + ".svg") : ""
        onShownChanged: if (shown)
            met = true
    }

    height: sailing ? journey.height : low ? lowest.height : usual.height
    clip: true
    Accessible.ignored: true

    Line {
        id: usual
        size: Theme.portrait ? "1080x110" : "1920x96"
        height: Theme.px(Theme.portrait ? 110 : 96)
        shown: !strip.sailing && !strip.low
    }
    Line {
        id: lowest
        size: "low-1920x46"
        height: Theme.px(46)
        shown: !strip.sailing && strip.low
    }
    Line {
        id: journey
        size: Theme.portrait ? "journey-1080x76" : "journey-1920x76"
        height: Theme.px(76)
        shown: strip.sailing
    }
    Image {
        id: boat
        visible: strip.sailing
        source: Qt.resolvedUrl("../../../assets/scenery/boat-journey" + (Theme.highContrast ? "-line" : "") + ".svg")
        sourceSize.height: Theme.px(46)
        height: Theme.px(46)
        fillMode: Image.PreserveAspectFit
        y: strip.height - height - Theme.px(20)
        x: strip.width * (strip.shore + (strip.pier - strip.shore) * Math.min(1, Math.max(0, strip.progress))) - width / 2
        Behavior on x {
            enabled: !Theme.calmMotion
            NumberAnimation {
                duration: 900
                easing.type: Theme.easeThrough
            }
        }
    }
}
