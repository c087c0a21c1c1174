pragma ComponentBehavior: Bound
import QtQuick

// One session on the representative's home: a dot for each department, a word for how it stands.
Touchable {
    id: box

    required property var modelData
    property bool dotted: true
    readonly property bool open: modelData.state === "open" || modelData.state === "partly"
    readonly property bool cast: modelData.state === "cast"
    readonly property color ink: cast ? Theme.pine : open ? Theme.sea : Theme.ink2
    readonly property var words: ({
            "cast": qsTr("已投出"),
            "open": qsTr("现在可以评"),
            "partly": qsTr("还没评完"),
            "later": Theme.say(modelData.opens)
        })
    readonly property var signs: ({
            "cast": "checkc",
            "open": "pen",
            "partly": "pen",
            "later": "clock"
        })
    signal rate(int number)

    objectName: "session-" + modelData.number
    implicitHeight: column.implicitHeight
    radius: Theme.rKey
    enabled: open
    text: Theme.say(modelData.name) + " " + words[modelData.state]
    onClicked: rate(modelData.number)

    background: Rectangle {
        radius: box.radius
        color: box.held ? Theme.foam : box.open ? Theme.mist : "transparent"
        border.width: box.open ? Theme.stroke : 0
        border.color: Theme.soft
    }
    contentItem: Column {
        id: column
        leftPadding: Theme.px(18)
        rightPadding: Theme.px(10)
        topPadding: Theme.px(box.dotted ? 14 : 8)
        bottomPadding: Theme.px(box.dotted ? 16 : 8)
        spacing: Theme.px(box.dotted ? 8 : 0)
        SerifText {
            text: Theme.say(box.modelData.name)
            size: Theme.px(box.dotted ? 38 : 32)
            lead: 1.2
        }
        Row {
            id: stand
            spacing: Theme.px(8)
            Icon {
                id: sign
                name: box.signs[box.modelData.state]
                color: box.ink
                size: Theme.px(30)
                y: Math.round((Theme.tMin * 1.2 - height) / 2)
            }
            SansText {
                width: box.width - sign.width - Theme.px(36)
                text: Theme.han(box.words[box.modelData.state])
                size: Theme.tMin
                lead: 1.2
                strong: box.modelData.state !== "later"
                color: box.ink
                wrapMode: Text.Wrap
            }
        }
        Grid {
            visible: box.dotted
            columns: 5
            spacing: Theme.px(7)
            Repeater {
                model: box.modelData.dots
                Rectangle {
                    id: dot
                    required property string modelData
                    readonly property bool cast: modelData === "cast"
                    readonly property bool later: modelData === "later"
                    width: Theme.px(38)
                    height: width
                    radius: width / 2
                    color: cast ? Theme.pine : "transparent"
                    border.width: cast || later ? 0 : Theme.px(3)
                    border.color: Theme.sea
                    Icon {
                        visible: dot.cast
                        anchors.centerIn: parent
                        name: "check"
                        color: Theme.onFill
                        size: Theme.px(26)
                    }
                    DashedEdge {
                        visible: dot.later
                        anchors.fill: parent
                        corner: width / 2
                        color: Theme.soft
                    }
                }
            }
        }
    }
}
