pragma ComponentBehavior: Bound
import QtQuick

// The recurring line at the foot of the window, in the outer 8 mm where no control may be. It stands outside the
// screens and does not move while they change; in a flow the boat sails along it.
Item {
    id: strip

    property real progress: -1
    property bool low: false
    readonly property bool sailing: progress >= 0

    height: sailing ? Theme.px(76) : low ? Theme.px(46) : Theme.px(Theme.portrait ? 110 : 96)
    clip: true
    Accessible.ignored: true

    Image {
        anchors.fill: parent
        fillMode: Image.PreserveAspectCrop
        verticalAlignment: Image.AlignBottom
        horizontalAlignment: Image.AlignLeft
        sourceSize.width: strip.width
        source: Qt.resolvedUrl("../../../assets/scenery/" + (Theme.highContrast ? "horizon-contrast-1920x46.svg" : strip.sailing ? "horizon-journey-1920x76.svg" : strip.low ? "horizon-low-1920x46.svg" : Theme.portrait ? "horizon-1080x110.svg" : "horizon-1920x96.svg"))
    }
    Image {
        id: boat
        visible: strip.sailing
        source: Qt.resolvedUrl("../../../assets/scenery/boat-journey.svg")
        sourceSize.height: Theme.px(46)
        height: Theme.px(46)
        fillMode: Image.PreserveAspectFit
        y: strip.height - height - Theme.px(20)
        x: strip.width * (0.115 + 0.785 * Math.min(1, Math.max(0, strip.progress))) - width / 2
        Behavior on x {
            enabled: !Theme.calmMotion
            NumberAnimation {
                duration: 900
                easing.type: Theme.easeThrough
            }
        }
    }
}
