pragma ComponentBehavior: Bound
import QtQuick

// One form on the representative's home: what it is, how far it is, what touching it does. `lying` is a low row.
Touchable {
    id: card

    required property var modelData
    required property int index
    property bool lying: false
    readonly property bool free: modelData.id === ""
    readonly property bool done: modelData.state === "done"
    readonly property string symbol: !modelData.anonymous ? "chat" : index % 2 ? "doc" : "list"
    readonly property string title: free ? qsTr("提意见") : Theme.say(modelData.title)
    readonly property string line: free ? qsTr("写什么都可以") : (modelData.anonymous ? qsTr("最多 %1 题，不记名") : qsTr("%1 题，可以不署名")).arg(modelData.questions)
    readonly property var words: ({
            "open": qsTr("没开始"),
            "started": qsTr("已答 %1 题").arg(modelData.answered),
            "done": qsTr("已交"),
            "later": qsTr("现在不能填")
        })
    readonly property var signs: ({
            "open": "blank",
            "started": "pen",
            "done": "check",
            "later": "clock"
        })

    enabled: modelData.state === "open" || modelData.state === "started"
    radius: Theme.rCard
    text: title + " " + line + " " + words[modelData.state]

    background: Card {
        radius: card.radius
        color: card.held ? Theme.foam : Theme.surface
        border.width: card.held ? Theme.px(3) : Theme.highContrast ? Theme.stroke : 0
        border.color: card.held ? Theme.sea : Theme.ink
    }
    contentItem: Item {
        Rectangle {
            id: plate
            x: Theme.px(card.lying ? 24 : 34)
            y: card.lying ? Math.round((parent.height - height) / 2) : Theme.px(32)
            width: Theme.px(card.lying ? 76 : 84)
            height: width
            radius: Theme.px(24)
            color: Theme.foam
            border.width: Theme.highContrast ? Theme.stroke : 0
            Icon {
                anchors.centerIn: parent
                name: card.symbol
                color: Theme.sea
                size: Theme.px(44)
            }
        }
        Chip {
            id: state
            visible: !(card.lying && card.modelData.state === "open")
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(card.lying ? 24 : 32)
            y: card.lying ? Math.round((parent.height - height) / 2) : plate.y + Math.round((plate.height - height) / 2)
            symbol: card.signs[card.modelData.state]
            text: card.words[card.modelData.state]
            ink: card.done ? Theme.pine : Theme.ink2
            ground: card.done ? Theme.mint : Theme.mist
        }
        Column {
            id: says
            x: card.lying ? plate.x + plate.width + Theme.px(24) : plate.x
            y: card.lying ? Math.round((parent.height - height) / 2) : plate.y + plate.height + Theme.px(Theme.language === "en" ? 14 : 26)
            width: (card.lying && state.visible ? state.x - Theme.px(12) : card.lying ? go.x - Theme.px(8) : parent.width - Theme.px(28)) - x
            spacing: Theme.px(2)
            FittingText {
                width: parent.width
                text: card.title
                largest: Theme.px(Theme.elder ? 44 : 38)
                room: Theme.px(card.lying ? 60 : 96)
                lead: 1.24
            }
            SansText {
                visible: !(card.lying && Theme.elder)
                width: parent.width
                text: Theme.han(card.line)
                size: Theme.tMin
                lead: 1.4
                color: Theme.ink2
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.tMin
            }
        }
        Icon {
            id: go
            visible: card.lying && card.enabled && !state.visible
            name: "right"
            color: Theme.edge
            x: parent.width - width - Theme.px(20)
            size: Theme.px(36)
            anchors.verticalCenter: parent.verticalCenter
        }
        Row {
            visible: !card.lying && card.enabled
            x: plate.x
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(30)
            spacing: Theme.px(14)
            SansText {
                text: card.modelData.state === "started" ? qsTr("接着填") : card.free ? qsTr("去写") : qsTr("开始填")
                size: Theme.t(32)
                lead: 1.3
                strong: true
                color: Theme.sea
            }
            Icon {
                name: "next"
                color: Theme.sea
                size: Theme.px(34)
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
