pragma ComponentBehavior: Bound
import QtQuick

// One line of a list that leads somewhere.
Touchable {
    id: row

    property bool chosen: false
    property bool quiet: false
    property string symbol: ""
    property string trailing: ""
    property bool chevron: true

    implicitHeight: Theme.touch
    radius: Theme.rKey

    background: Rectangle {
        radius: row.radius
        color: row.chosen ? Theme.sea : row.quiet ? "transparent" : row.held ? Theme.foam : Theme.surface
        border.width: row.held ? Theme.px(3) : Theme.highContrast && !row.quiet ? Theme.stroke : 0
        border.color: Theme.sea
        EdgeShadow {
            level: 1
            radius: row.radius
            visible: !row.quiet && !Theme.highContrast
        }
    }

    contentItem: Item {
        Icon {
            id: sign
            visible: row.symbol !== ""
            name: row.symbol
            color: row.chosen ? Theme.onFill : Theme.sea
            size: Theme.px(36)
            x: Theme.px(24)
            anchors.verticalCenter: parent.verticalCenter
        }
        SansText {
            id: words
            text: Theme.han(row.text)
            x: row.symbol !== "" ? sign.x + sign.width + Theme.px(18) : Theme.px(18)
            width: parent.width - x - (row.chevron ? Theme.px(46) : Theme.px(12)) - (tail.visible ? tail.width + Theme.px(12) : 0)
            height: parent.height
            size: Theme.tBody
            lead: 1.15
            strong: row.chosen
            color: row.chosen ? Theme.onFill : row.quiet ? Theme.disabled : Theme.ink
            wrapMode: Text.Wrap
            maximumLineCount: 2
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.tMin
        }
        SerifText {
            id: tail
            visible: row.trailing !== ""
            text: row.trailing
            size: Theme.t(34)
            color: row.chosen ? Theme.onFill : Theme.ink
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(row.chevron ? 46 : 24)
            anchors.verticalCenter: parent.verticalCenter
        }
        Icon {
            visible: row.chevron && !row.quiet
            name: "right"
            color: row.chosen ? Theme.onFill : Theme.edge
            size: Theme.px(30)
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(10)
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
