pragma ComponentBehavior: Bound
import QtQuick

// The town by the sea in colour: pavilion, pier and red roofs on their waterline; wherever a picture closes a page.
SeaScene {
    id: shore

    property real size: 1
    property int pavilionX: 0
    property int roofsX: 0
    property int sunX: -1
    readonly property int waterY: Math.round(height * waterline)
    function px(v: real): int {
        return Theme.px(v * size);
    }

    Rectangle {
        visible: shore.sunX >= 0
        x: shore.sunX - width / 2
        y: shore.waterY - shore.px(118)
        width: shore.px(112)
        height: shore.px(118)
        color: "transparent"
        clip: true
        Rectangle {
            width: shore.px(112)
            height: width
            radius: width / 2
            gradient: Gradient {
                GradientStop {
                    position: 0
                    color: "#EF8D6F"
                }
                GradientStop {
                    position: 1
                    color: "#F5BFA8"
                }
            }
        }
    }
    component Picture: Image {
        required property string name
        required property real tall
        source: Qt.resolvedUrl("../../../assets/scenery/" + name + ".svg")
        sourceSize.height: shore.px(tall)
        height: shore.px(tall)
        fillMode: Image.PreserveAspectFit
    }
    Picture {
        name: "pier"
        tall: 110
        x: shore.pavilionX + shore.px(280)
        y: shore.waterY - shore.px(84)
        width: Math.max(shore.px(200), shore.roofsX - x + shore.px(60))
        fillMode: Image.PreserveAspectCrop
        horizontalAlignment: Image.AlignLeft
    }
    Picture {
        name: "red-roofs"
        tall: 300
        x: shore.roofsX
        y: shore.waterY - height + shore.px(12)
    }
    Picture {
        name: "pavilion"
        tall: 330
        x: shore.pavilionX
        y: shore.waterY - shore.px(300)
    }
    Picture {
        name: "boat"
        tall: 90
        x: Math.round(shore.width * 0.46)
        y: shore.waterY - shore.px(52)
        rotation: shore.moving ? nod.value : 0
        transformOrigin: Item.Bottom
        SequentialAnimation {
            id: nod
            property real value: 0
            running: shore.moving
            loops: Animation.Infinite
            NumberAnimation {
                target: nod
                property: "value"
                from: -1.5
                to: 1.5
                duration: Theme.tide / 2
                easing.type: Theme.easeTide
            }
            NumberAnimation {
                target: nod
                property: "value"
                to: -1.5
                duration: Theme.tide / 2
                easing.type: Theme.easeTide
            }
        }
    }
}
