pragma ComponentBehavior: Bound
import QtQuick

// One session on the representative's home: a dot for each department, a word for how it stands.
Touchable {
    id: box

    required property var modelData
    readonly property bool open: modelData.state === "open" || modelData.state === "partly"
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
    implicitHeight: Theme.px(Theme.elder ? 250 : 226)
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
        leftPadding: Theme.px(20)
        topPadding: Theme.px(16)
        spacing: Theme.px(8)
        SerifText {
            text: Theme.say(box.modelData.name)
            size: Theme.px(Theme.elder ? 42 : 38)
            lead: 1.2
        }
        Row {
            spacing: Theme.px(10)
            Icon {
                name: box.signs[box.modelData.state]
                color: box.modelData.state === "cast" ? Theme.pine : box.open ? Theme.sea : Theme.ink2
                size: Theme.px(30)
                anchors.verticalCenter: parent.verticalCenter
            }
            SansText {
                width: Math.min(implicitWidth, box.width - Theme.px(70))
                text: Theme.han(box.words[box.modelData.state])
                size: Theme.tMin
                lead: 1.2
                strong: box.modelData.state !== "later"
                color: box.modelData.state === "cast" ? Theme.pine : box.open ? Theme.sea : Theme.ink2
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.tMin
            }
        }
        Grid {
            columns: 5
            spacing: Theme.px(7)
            Repeater {
                model: box.modelData.dots
                Rectangle {
                    required property string modelData
                    width: Theme.px(38)
                    height: width
                    radius: width / 2
                    color: modelData === "cast" ? Theme.pine : "transparent"
                    border.width: modelData === "cast" ? 0 : Theme.px(3)
                    border.color: modelData === "open" ? Theme.sea : Theme.soft
                    opacity: modelData === "later" ? 0.6 : 1
                    Icon {
                        visible: parent.modelData === "cast"
                        anchors.centerIn: parent
                        name: "check"
                        color: Theme.onFill
                        size: Theme.px(26)
                    }
                }
            }
        }
    }
}
