pragma ComponentBehavior: Bound
import QtQuick

// One of a few things to do: a large card with its sign, its name and what it is for.
Touchable {
    id: choice

    required property string symbol
    required property string title
    property string line: ""
    property bool chosen: false
    readonly property bool slim: height < Theme.px(200)
    readonly property bool bare: line === "" && Theme.elder && slim // its name needs the room

    radius: Theme.rCard
    text: title

    background: Card {
        level: 2
        radius: choice.radius
        color: choice.held ? Theme.foam : Theme.surface
        border.width: choice.held || choice.chosen ? Theme.px(4) : Theme.highContrast ? Theme.stroke : 0
        border.color: Theme.sea
    }
    contentItem: Item {
        Rectangle {
            id: plate
            x: Theme.px(choice.slim ? 24 : 36)
            visible: !choice.bare
            width: choice.bare ? 0 : Theme.px(choice.slim ? 84 : 110)
            height: width
            radius: Theme.rButton
            color: Theme.foam
            border.width: Theme.highContrast ? Theme.stroke : 0
            anchors.verticalCenter: parent.verticalCenter
            Icon {
                anchors.centerIn: parent
                name: choice.symbol
                color: Theme.sea
                size: Theme.px(choice.slim ? 48 : 64)
            }
        }
        Column {
            anchors.left: plate.right
            anchors.leftMargin: Theme.px(choice.bare ? 4 : choice.slim ? 22 : 34)
            anchors.right: go.left
            anchors.rightMargin: Theme.px(10)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(4)
            SerifText {
                width: parent.width
                text: Theme.han(choice.title)
                size: Theme.t(choice.slim ? 36 : 44)
                lead: 1.2
                height: choice.line === "" ? choice.height - Theme.px(12) : implicitHeight
                verticalAlignment: Text.AlignVCenter
                wrapMode: choice.line === "" ? Text.WordWrap : Text.NoWrap
                fontSizeMode: choice.line === "" ? Text.Fit : Text.HorizontalFit
                minimumPixelSize: Theme.tMin
            }
            SansText {
                visible: text !== ""
                width: parent.width
                text: Theme.han(choice.line)
                size: Theme.tMin
                lead: 1.25
                color: Theme.ink2
                wrapMode: Text.Wrap
            }
        }
        Icon {
            id: go
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(22)
            anchors.verticalCenter: parent.verticalCenter
            name: choice.chosen ? "check" : "right"
            color: choice.chosen ? Theme.sea : Theme.edge
            size: Theme.px(36)
        }
    }
}
