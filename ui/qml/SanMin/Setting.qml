pragma ComponentBehavior: Bound
import QtQuick

// One thing that can be on or off: its sign, its name, what it does, and a switch that says 开 or 关.
Touchable {
    id: setting

    required property string symbol
    required property string title
    required property string line
    property bool on: false
    readonly property int inset: Theme.px(width < Theme.px(520) ? 22 : 36)

    implicitHeight: Theme.px(Theme.elder ? 214 : 196)
    radius: Theme.rCard
    text: title
    Accessible.role: Accessible.CheckBox
    Accessible.checked: on

    background: Card {
        color: setting.held ? Theme.foam : Theme.surface
        radius: setting.radius
        border.width: setting.on ? Theme.px(4) : Theme.highContrast ? Theme.stroke : 0
        border.color: Theme.sea
    }
    contentItem: Item {
        Icon {
            id: sign
            x: setting.inset
            name: setting.symbol
            color: Theme.sea
            size: Theme.px(56)
            anchors.verticalCenter: parent.verticalCenter
        }
        Column {
            anchors.left: sign.right
            anchors.leftMargin: Math.min(Theme.px(28), setting.inset)
            anchors.right: state.left
            anchors.rightMargin: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
            SerifText {
                text: setting.title
                width: parent.width
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.tMin
                size: Theme.t(40)
                lead: 1.25
            }
            SansText {
                width: parent.width
                visible: text !== ""
                text: setting.line
                size: Theme.tMin
                lead: 1.3
                color: Theme.ink2
                wrapMode: Text.Wrap
            }
        }
        Icon {
            id: state
            anchors.right: parent.right
            anchors.rightMargin: setting.inset
            anchors.verticalCenter: parent.verticalCenter
            name: setting.on ? "checkc" : "blank"
            color: setting.on ? Theme.pine : Theme.edge
            size: Theme.px(52)
        }
    }
}
