pragma ComponentBehavior: Bound
import QtQuick

// The recurring line at the foot of the window, in the outer 8 mm where no control may be. It stands outside the
// screens and does not move while they change; in a flow the boat sails along it.
Item {
    id: strip

    property real progress: -1
    property bool low: false
    readonly property bool sailing: progress >= 0
    readonly property string size: sailing ? (Theme.portrait ? "journey-1080x76" : "journey-1920x76") : low ? "low-1920x46" : Theme.portrait ? "1080x110" : "1920x96"
    // From the water beside the roofs to the water before the pavilion; both stand nearer in an upright picture.
    readonly property real shore: Theme.portrait ? 0.345 : 0.205
    readonly property real pier: Theme.portrait ? 0.82 : 0.89

    height: sailing ? Theme.px(76) : low ? Theme.px(46) : Theme.px(Theme.portrait ? 110 : 96)
    clip: true
    Accessible.ignored: true

    Image {
        anchors.fill: parent
        fillMode: Image.PreserveAspectCrop
        verticalAlignment: Image.AlignBottom
        horizontalAlignment: Image.AlignLeft
        sourceSize.height: strip.height
        source: Qt.resolvedUrl("../../../assets/scenery/horizon-" + (Theme.highContrast ? "contrast-1920x46" : strip.size) + ".svg")
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
