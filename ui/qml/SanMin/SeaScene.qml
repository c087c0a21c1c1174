pragma ComponentBehavior: Bound
import QtQuick

// A sky and a sea with drifting rows of scallops: the ground of attract, receipts, dialogs and empty states.
Item {
    id: scene

    property real waterline: 0.42
    property bool moving: !Theme.calmMotion && visible
    property string decoration: ""
    clip: true

    Rectangle {
        width: parent.width
        height: parent.height * scene.waterline
        gradient: Gradient {
            GradientStop {
                position: 0
                color: Theme.paper
            }
            GradientStop {
                position: 0.55
                color: "#EAF3F6"
            }
            GradientStop {
                position: 1
                color: "#CFE5EE"
            }
        }
    }
    Rectangle {
        y: parent.height * scene.waterline
        width: parent.width
        height: parent.height - y
        gradient: Gradient {
            GradientStop {
                position: 0
                color: "#BFDEEA"
            }
            GradientStop {
                position: 0.28
                color: "#7CB8D2"
            }
            GradientStop {
                position: 0.58
                color: "#2C769F"
            }
            GradientStop {
                position: 0.8
                color: "#0F5481"
            }
            GradientStop {
                position: 1
                color: "#0A456F"
            }
        }
    }
    Repeater {
        model: 4
        Image {
            id: row
            required property int index
            readonly property real grown: 0.7 + index * 0.35
            source: Qt.resolvedUrl("../../../assets/scenery/waves-tile-96.svg")
            sourceSize.width: Math.round(96 * grown)
            fillMode: Image.TileHorizontally
            x: -Theme.px(110)
            y: scene.height * scene.waterline + scene.height * (1 - scene.waterline) * (0.06 + index * 0.19)
            width: scene.width + Theme.px(220)
            height: Math.round(48 * grown)
            SequentialAnimation on x {
                running: scene.moving
                loops: Animation.Infinite
                NumberAnimation {
                    from: -Theme.px(110)
                    to: -Theme.px(row.index % 2 ? 98 : 122)
                    duration: Theme.tide / 2
                    easing.type: Theme.easeTide
                }
                NumberAnimation {
                    to: -Theme.px(110)
                    duration: Theme.tide / 2
                    easing.type: Theme.easeTide
                }
            }
        }
    }
}
