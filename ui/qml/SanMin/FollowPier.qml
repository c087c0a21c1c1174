pragma ComponentBehavior: Bound
import QtQuick

// The pier with a lamp for each step, and the pavilion where a suggestion becomes the city's own plan.
Item {
    id: pier

    required property var lamps
    required property string closing
    readonly property real share: (Theme.portrait ? 1.08 : 1.02) * Theme.pxPerMm / 4.03
    readonly property int deck: Math.round(202 * share)

    implicitHeight: Math.round((Theme.highContrast ? 150 : 288) * share)
    clip: true

    function stopX(index: int): real {
        return width * (index + 0.5) / 5;
    }

    Image {
        visible: !Theme.highContrast
        source: Qt.resolvedUrl("../../../assets/scenery/way-1776x288.svg")
        width: Math.round(1776 * pier.share)
        height: Math.round(288 * pier.share)
        sourceSize.width: width
        sourceSize.height: height
        x: Math.round(pier.stopX(4) - 1570 * pier.share)
    }
    Rectangle {
        visible: Theme.highContrast
        x: pier.stopX(0)
        y: Math.round(75 * pier.share) - height / 2
        width: pier.stopX(4) - x
        height: Theme.stroke
        color: Theme.ink
    }
    Repeater {
        model: pier.lamps
        Item {
            id: stop
            required property var modelData
            required property int index
            readonly property bool last: index === 4 && !Theme.highContrast
            x: pier.stopX(index)
            Rectangle {
                visible: !stop.last && !Theme.highContrast
                x: -Theme.px(2)
                y: disc.y + disc.height / 2
                width: Theme.px(5)
                height: pier.deck - y
                color: "#0A2540"
            }
            Rectangle {
                visible: !stop.last && !Theme.highContrast
                x: -Theme.px(17)
                y: pier.deck - height
                width: Theme.px(34)
                height: Theme.px(7)
                radius: height / 2
                color: "#0A2540"
            }
            WayLamp {
                id: disc
                visible: !stop.last || done
                order: stop.index
                phase: stop.modelData.phase
                closing: stop.index === 4 ? pier.closing : ""
                x: (stop.last ? Theme.px(Theme.portrait ? 46 : 70) : 0) - width / 2
                y: Math.round((Theme.highContrast ? 75 : stop.last ? (Theme.portrait ? 48 : 52) : 92) * pier.share - height / 2)
            }
        }
    }
    RoundedEdge {
        visible: !Theme.highContrast
    }
}
