pragma ComponentBehavior: Bound
import QtQuick

// One department in a list: its name and, where there is room, what its interview is about.
Touchable {
    id: row

    required property var info
    property bool chosen: false
    property bool quiet: false
    property bool told: false
    property int size: Theme.tBody

    implicitHeight: Theme.touch
    radius: Theme.rKey
    text: Theme.say(info.name)
    Accessible.name: text

    background: Rectangle {
        radius: row.radius
        color: row.chosen ? row.held ? Theme.seaDeep : Theme.sea : row.held ? Theme.foam : row.quiet ? "transparent" : Theme.surface
        border.width: row.held && !row.chosen ? Theme.px(3) : Theme.highContrast && !row.quiet ? Theme.stroke : 0
        border.color: Theme.sea
        EdgeShadow {
            level: 1
            radius: row.radius
            visible: !row.quiet && !Theme.highContrast
        }
    }

    contentItem: Item {
        TextMetrics {
            id: least
            font.family: Theme.sans
            font.bold: row.chosen || row.told || Theme.highContrast
            font.pixelSize: Theme.tMin
            text: row.text
        }
        Column {
            x: Theme.px(row.told ? 28 : 16)
            width: parent.width - x - Theme.px(row.told ? 52 : 36)
            anchors.verticalCenter: parent.verticalCenter
            SansText {
                readonly property bool oneLine: least.advanceWidth + 2 <= width
                width: parent.width
                text: row.text
                size: row.size
                lead: 1.12
                strong: row.chosen || row.told
                color: row.chosen ? Theme.onFill : row.quiet ? Theme.disabled : Theme.ink
                wrapMode: oneLine ? Text.NoWrap : Text.Wrap
                fontSizeMode: oneLine ? Text.HorizontalFit : Text.FixedSize
                minimumPixelSize: Theme.tMin
            }
            SansText {
                visible: row.told && text !== ""
                width: parent.width
                text: Theme.say(row.info.topics)
                size: Theme.tMin
                lead: 1.3
                wrapMode: Text.Wrap
                color: row.chosen ? Theme.onFill : row.quiet ? Theme.disabled : Theme.ink2
            }
        }
        Icon {
            visible: !row.quiet
            name: "right"
            color: row.chosen ? Theme.onFill : Theme.edge
            size: Theme.px(28)
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(row.told ? 18 : 6)
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
