pragma ComponentBehavior: Bound
import QtQml
import QtQuick

// A question over a dimmed screen: a strip of sea, a headline, one primary and one secondary way on.
FocusScope {
    id: sheet

    property string title: ""
    property string message: ""
    property bool scene: true
    default property alias actions: row.data
    property alias body: extra.data

    anchors.fill: parent
    focus: visible
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Escape)
            event.accepted = true;
    }

    FocusTrap {
        within: sheet
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
        MouseArea {
            anchors.fill: parent
            preventStealing: true
        }
    }
    Card {
        level: 3
        radius: Theme.rSheet
        width: Math.min(Theme.px(1120), sheet.width - 2 * Theme.margin)
        height: words.y + words.height + Theme.px(52)
        anchors.centerIn: parent
        SeaScene {
            id: picture
            visible: sheet.scene && !Theme.highContrast
            x: Theme.px(24)
            y: visible ? Theme.px(24) : 0
            width: parent.width - 2 * x
            height: visible ? Theme.px(212) : 0
            waterline: 0.52
        }
        Item {
            visible: picture.visible
            anchors.fill: picture
            Item {
                width: parent.width
                height: Math.round(parent.height * picture.waterline)
                clip: true
                Rectangle {
                    x: Math.round(parent.width * 0.24)
                    y: Theme.px(48)
                    width: Theme.px(108)
                    height: width
                    radius: width / 2
                    color: "#EF8D6F"
                }
            }
            Image {
                x: Math.round(parent.width * 0.7)
                y: Math.round(parent.height * 0.34)
                source: Qt.resolvedUrl("../../../assets/scenery/boat.svg")
                sourceSize.height: Theme.px(84)
            }
            RoundedEdge {
                border.color: Theme.surface
            }
        }
        Column {
            id: words
            x: Theme.px(64)
            y: picture.y + picture.height + Theme.px(36)
            width: parent.width - 2 * x
            spacing: Theme.px(16)
            SerifText {
                text: Theme.han(sheet.title)
                size: Theme.px(72)
                lead: 1.15
                width: parent.width
                wrapMode: Text.Wrap
            }
            SansText {
                visible: text !== ""
                text: Theme.han(sheet.message)
                size: Theme.tLead
                width: parent.width
                wrapMode: Text.Wrap
                color: Theme.ink2
            }
            Column {
                id: extra
                width: parent.width
                spacing: Theme.s2
            }
            Item {
                width: 1
                height: Theme.px(8)
            }
            Flow {
                id: row
                width: parent.width
                spacing: Theme.px(20)
            }
            // Upright there is one column of ways on, as wide as the words.
            Instantiator {
                model: row.children
                Binding {
                    required property Item modelData
                    target: modelData
                    property: "width"
                    value: row.width
                    when: Theme.portrait
                }
            }
        }
    }
}
