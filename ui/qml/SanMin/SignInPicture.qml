pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import SanMin.Models

// How to hold the card, shown by a hand that does it: into the frame of the camera, or into the scanner's light.
Card {
    id: picture

    required property SignInModel model
    readonly property real f: width / 936
    // Where the camera shows what it sees, the hand is a small sign beside it.
    readonly property real f0: Math.min(f, height / 812) * (model.hasCamera ? 0.56 : 1)
    readonly property rect finder: Qt.rect(Math.round(width * 0.18), Math.round(height * 0.16), Math.round(width * 0.64), Math.round(height * 0.57))

    level: 2
    radius: Theme.rSheet

    SeaScene {
        id: sea
        anchors.fill: parent
        visible: !Theme.highContrast
        waterline: 0.74
    }
    Item {
        visible: !Theme.highContrast
        width: parent.width
        height: Math.round(parent.height * sea.waterline)
        clip: true
        Rectangle {
            x: Math.round(parent.width * 0.15)
            y: parent.height - Math.round(height * 0.86)
            width: Theme.px(140)
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
    Rectangle {
        x: picture.finder.x
        y: picture.finder.y
        width: picture.finder.width
        height: picture.finder.height
        radius: Theme.rCard
        color: Theme.highContrast ? Theme.surface : "#A6FFFFFF"
        clip: true
        Loader {
            anchors.fill: parent
            anchors.margins: Theme.px(14)
            active: picture.model.hasCamera
            source: "SignInPreview.qml"
            onLoaded: picture.model.showCameraOn(item.videoSink) // qmllint disable missing-property
        }
    }
    Shape {
        id: corners
        readonly property int reach: Theme.px(84)
        x: picture.finder.x
        y: picture.finder.y
        width: picture.finder.width
        height: picture.finder.height
        ShapePath {
            strokeWidth: Theme.px(9)
            strokeColor: Theme.sea
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            PathSvg {
                path: corners.bracket(0, 0, 1, 1) + corners.bracket(corners.width, 0, -1, 1) + corners.bracket(0, corners.height, 1, -1) + corners.bracket(corners.width, corners.height, -1, -1)
            }
        }
        function bracket(x: real, y: real, across: int, down: int): string {
            const r = Theme.rCard;
            return `M${x} ${y + down * reach}V${y + down * r}Q${x} ${y} ${x + across * r} ${y}H${x + across * reach}`;
        }
    }
    // The hand comes from beyond the picture and is seen only within it.
    Item {
        anchors.fill: parent
        clip: true
        Item {
            id: hand
            readonly property real scaled: picture.f0
            width: 936 * scaled
            height: 812 * scaled
            x: picture.width - width + dx
            y: picture.height - height + dy
            property real dx: 0
            property real dy: 0
            visible: !Theme.highContrast
            Image {
                anchors.fill: parent
                source: Qt.resolvedUrl("../../../assets/scenery/hand-card.svg")
                sourceSize.width: parent.width
                sourceSize.height: parent.height
            }
            Item {
                x: (431 - 222) * hand.scaled
                y: (352 - 140) * hand.scaled
                width: 445 * hand.scaled
                height: 280 * hand.scaled
                rotation: -5
                clip: false
                Rectangle {
                    id: light
                    width: parent.width
                    height: Theme.px(7)
                    radius: height / 2
                    y: parent.height * 0.5
                    color: Theme.coral
                }
            }
        }
    }
    Icon {
        visible: Theme.highContrast
        name: "card"
        size: Math.round(picture.finder.height * 0.7)
        x: picture.finder.x + Math.round((picture.finder.width - width) / 2)
        y: picture.finder.y + Math.round((picture.finder.height - height) / 2)
    }
    SequentialAnimation {
        running: !Theme.calmMotion && picture.visible && !Theme.highContrast
        loops: Animation.Infinite
        ParallelAnimation {
            NumberAnimation {
                target: hand
                property: "dx"
                from: Theme.px(110)
                to: 0
                duration: 1100
                easing.type: Theme.easeOut
            }
            NumberAnimation {
                target: hand
                property: "dy"
                from: Theme.px(90)
                to: 0
                duration: 1100
                easing.type: Theme.easeOut
            }
            NumberAnimation {
                target: light
                property: "opacity"
                from: 0
                to: 0
                duration: 1
            }
        }
        NumberAnimation {
            target: light
            property: "opacity"
            to: 1
            duration: Theme.appear
        }
        NumberAnimation {
            target: light
            property: "y"
            from: light.parent.height * 0.06
            to: light.parent.height * 0.92
            duration: 1300
            easing.type: Theme.easeTide
        }
        NumberAnimation {
            target: light
            property: "opacity"
            to: 0
            duration: Theme.appear
        }
        PauseAnimation {
            duration: 900
        }
        ParallelAnimation {
            NumberAnimation {
                target: hand
                property: "dx"
                to: Theme.px(110)
                duration: 900
                easing.type: Theme.easeThrough
            }
            NumberAnimation {
                target: hand
                property: "dy"
                to: Theme.px(90)
                duration: 900
                easing.type: Theme.easeThrough
            }
        }
    }
    RoundedEdge {
        visible: !Theme.highContrast
        corner: picture.radius
    }
    Chip {
        x: Theme.px(36)
        y: Theme.px(34)
        symbol: "lock"
        text: qsTr("签到记名，评议不记名")
        ink: Theme.pine
        ground: Theme.surface
    }
    Chip {
        x: Theme.px(36)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(34)
        symbol: picture.model.busy ? "search" : "down"
        text: picture.model.busy ? qsTr("正在看…") : picture.model.hasCamera ? qsTr("镜头在屏幕正下方") : qsTr("扫码枪在屏幕下方")
        ink: Theme.highContrast ? Theme.ink : Theme.onFill
        ground: Theme.highContrast ? Theme.surface : Theme.abyss
    }
}
