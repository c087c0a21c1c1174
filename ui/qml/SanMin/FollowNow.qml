pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Elder mode's way: where the suggestion is now, in large words, and five lamps beside it.
Rectangle {
    id: card

    required property FollowModel model
    required property var names
    required property string closing
    property bool searching: true // has the way to another receipt
    readonly property int inset: Theme.px(40)
    readonly property int least: words.y + words.implicitHeight + another.height + 2 * inset

    radius: Theme.rCard
    color: Theme.surface
    border.width: Theme.highContrast ? Theme.stroke : 0
    border.color: Theme.ink

    EdgeShadow {
        radius: card.radius
    }
    Row {
        id: lamps
        x: card.inset
        y: card.inset
        spacing: Theme.px(20)
        Repeater {
            model: card.model.lamps
            WayLamp {
                required property var modelData
                required property int index
                order: index
                phase: modelData.phase
                closing: index === 4 ? card.closing : ""
                glowing: false
                width: Theme.px(76)
                height: width
            }
        }
    }
    Column {
        id: words
        x: card.inset
        y: lamps.y + lamps.height + Theme.px(20)
        width: parent.width - 2 * x
        spacing: Theme.px(10)
        SerifText {
            width: parent.width
            text: card.model.waiting ? qsTr("正在路上") : card.names[card.model.now.state]
            size: Theme.px(64)
            lead: 1.2
            color: Theme.highContrast ? Theme.ink : Theme.tile
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.tMin
        }
        SansText {
            width: parent.width
            text: card.model.waiting ? qsTr("已经记下，正在送往中心。") : Theme.say(card.model.now.on)
            size: Theme.tBody
            lead: 1.35
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
        FittingText {
            visible: text !== ""
            width: parent.width
            text: Theme.han(Theme.say(card.model.summary))
            largest: Theme.px(44)
            lead: 1.35
            room: Math.max(Theme.px(120), (card.searching ? another.y : card.height) - card.inset - words.y - Theme.px(150) - Theme.t(30) * 1.5)
        }
    }
    SecondaryButton {
        id: another
        objectName: "another"
        visible: card.searching
        x: card.inset
        width: parent.width - 2 * x
        anchors.bottom: parent.bottom
        anchors.bottomMargin: card.inset
        symbol: "search"
        text: qsTr("查另一张回执")
        onClicked: card.model.clear()
    }
}
