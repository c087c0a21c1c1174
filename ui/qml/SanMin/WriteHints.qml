pragma ComponentBehavior: Bound
import QtQuick

// What makes a suggestion easy to act on: three questions with an example each.
Rectangle {
    id: hints

    property bool across: false
    readonly property var items: [
        {
            "symbol": "target",
            "title": qsTr("在哪里"),
            "example": qsTr("路口、小区、站名")
        },
        {
            "symbol": "eye",
            "title": qsTr("什么情况"),
            "example": qsTr("什么时候，有多久了")
        },
        {
            "symbol": "seed",
            "title": qsTr("希望怎么办"),
            "example": qsTr("您觉得怎样会更好")
        }
    ]

    implicitHeight: grid.y + grid.implicitHeight + Theme.px(20)
    radius: Theme.rCard
    color: Theme.mist
    border.width: Theme.highContrast ? Theme.stroke : 0
    border.color: Theme.ink

    SansText {
        id: head
        x: Theme.px(28)
        y: Theme.px(20)
        width: parent.width - 2 * x
        text: qsTr("说清这三样，办得更快")
        lead: 1.4
        strong: true
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.tMin
    }
    Grid {
        id: grid
        readonly property int cell: hints.across ? Math.floor((width - 2 * columnSpacing) / 3) : width
        x: Theme.px(28)
        y: head.y + head.height + Theme.px(12)
        width: parent.width - 2 * x
        columns: hints.across ? 3 : 1
        columnSpacing: Theme.px(24)
        rowSpacing: Math.max(0, Math.floor((hints.height - y - Theme.px(20) - 3 * Theme.px(76)) / 2))
        Repeater {
            model: hints.items
            Item {
                id: item
                required property var modelData
                width: grid.cell
                height: hints.across ? Theme.px(76) + words.implicitHeight : Theme.px(76)
                Rectangle {
                    id: plate
                    width: Theme.px(64)
                    height: width
                    radius: width / 2
                    color: Theme.surface
                    border.width: Theme.highContrast ? Theme.stroke : 0
                    y: hints.across ? 0 : Math.round((parent.height - height) / 2)
                    Icon {
                        anchors.centerIn: parent
                        name: item.modelData.symbol
                        color: Theme.sea
                        size: Theme.px(38)
                    }
                }
                Column {
                    id: words
                    x: hints.across ? 0 : plate.width + Theme.px(20)
                    y: hints.across ? Theme.px(76) : Math.round((parent.height - height) / 2)
                    width: parent.width - x
                    SansText {
                        width: parent.width
                        text: item.modelData.title
                        lead: 1.25
                        strong: true
                    }
                    SansText {
                        width: parent.width
                        text: item.modelData.example
                        size: Theme.tMin
                        lead: 1.25
                        color: Theme.ink2
                        wrapMode: hints.across ? Text.Wrap : Text.NoWrap
                    }
                }
            }
        }
    }
}
