pragma ComponentBehavior: Bound
import QtQuick

// A button with a word and perhaps an icon; PrimaryButton, SecondaryButton, QuietButton and TabPill set its looks.
Touchable {
    id: control

    property string symbol: ""
    property bool symbolAfter: false
    property bool chosen: false
    property color ground: Theme.surface
    property color groundHeld: Theme.foam
    property color outline: Theme.edge
    property color ink: Theme.sea
    property int size: Theme.t(32)
    property int side: Theme.px(28)
    property int sink: 0
    readonly property int signRoom: symbol !== "" ? Math.min(Theme.icon, Math.round(size * 1.25)) + Theme.px(14) : 0
    readonly property color words: !enabled ? Theme.disabled : chosen ? Theme.onFill : ink

    implicitHeight: Theme.button
    implicitWidth: Math.ceil(label.implicitWidth) + signRoom + 2 * side

    background: Rectangle {
        y: control.held ? control.sink : 0
        radius: control.radius
        color: !control.enabled ? "transparent" : control.chosen ? Theme.sea : control.held ? control.groundHeld : control.ground
        border.width: Theme.stroke
        border.color: !control.enabled ? Theme.hair : control.chosen ? Theme.sea : control.held ? Qt.darker(control.outline, 1.1) : control.outline
    }

    contentItem: Item {
        Row {
            id: row
            anchors.centerIn: parent
            anchors.verticalCenterOffset: control.held ? control.sink : 0
            spacing: Theme.px(14)
            layoutDirection: control.symbolAfter ? Qt.RightToLeft : Qt.LeftToRight

            Icon {
                visible: control.symbol !== ""
                name: control.symbol
                color: control.words
                size: Math.min(Theme.icon, Math.round(control.size * 1.25))
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                id: label
                text: Theme.han(control.text)
                width: Math.min(Math.ceil(implicitWidth), control.width - control.signRoom - Theme.px(24))
                height: control.height - Theme.px(8)
                font.family: Theme.sans
                font.bold: control.enabled
                font.pixelSize: control.size
                minimumPixelSize: Theme.tMin
                fontSizeMode: Text.Fit
                wrapMode: Text.Wrap
                maximumLineCount: 2
                lineHeight: Math.round(control.size * 1.2)
                lineHeightMode: Text.FixedHeight
                horizontalAlignment: lineCount > 1 ? Text.AlignHCenter : Text.AlignLeft
                color: control.words
                textFormat: Text.PlainText
                verticalAlignment: Text.AlignVCenter
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
