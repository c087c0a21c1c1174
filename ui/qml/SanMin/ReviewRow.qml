pragma ComponentBehavior: Bound
import QtQuick

// One line of a review: what was asked, what was chosen (or that nothing was), and the way to change it.
Touchable {
    id: row

    required property var modelData
    property bool covered: false
    property int longest: 1
    readonly property bool blank: modelData.blank
    readonly property bool hidden: covered && !blank
    readonly property color ink: blank ? Theme.amber : Theme.ink

    radius: Theme.rButton
    text: Theme.say(modelData.name) + " " + answer.text

    background: Item {
        Rectangle {
            anchors.fill: parent
            radius: row.radius
            color: row.held ? Theme.foam : row.blank ? Theme.sand : Theme.surface
            border.width: Theme.highContrast ? row.blank ? 2 * Theme.stroke : Theme.stroke : 0
            border.color: Theme.ink
            EdgeShadow {
                level: 1
                radius: row.radius
                visible: !row.blank && !Theme.highContrast
            }
        }
        DashedEdge {
            visible: row.blank && !Theme.highContrast
            anchors.fill: parent
            corner: row.radius
            color: Theme.amber
        }
    }
    contentItem: Item {
        Column {
            x: Theme.px(30)
            width: edit.x - x - Theme.px(14)
            anchors.verticalCenter: parent.verticalCenter
            FittingText {
                width: parent.width
                sans: true
                font.bold: Theme.highContrast
                text: Theme.say(row.modelData.name)
                largest: Theme.t(28)
                lead: 1.25
                color: row.blank ? Theme.amber : Theme.ink2
                maximumLineCount: row.longest + 1
                elide: Text.ElideRight
            }
            Row {
                spacing: Theme.px(14)
                width: parent.width
                Icon {
                    id: sign
                    visible: name !== ""
                    name: row.hidden ? "eyeoff" : row.modelData.icon
                    size: Theme.px(Theme.elder ? 52 : 44)
                    color: row.ink
                    anchors.verticalCenter: parent.verticalCenter
                }
                FittingText {
                    id: answer
                    width: parent.width - (sign.visible ? sign.width + parent.spacing : 0)
                    sans: true
                    text: Theme.han(row.hidden ? qsTr("已选，遮住了") : row.blank ? qsTr("留空") : Theme.say(row.modelData.label))
                    largest: Theme.t(34)
                    room: Math.round(Theme.t(34) * 1.3)
                    lead: 1.22
                    color: row.ink
                }
            }
        }
        Rectangle {
            id: edit
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(22)
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(60)
            height: width
            radius: Theme.px(14)
            color: row.blank ? Theme.surface : Theme.foam
            Icon {
                anchors.centerIn: parent
                name: "edit"
                color: Theme.sea
                size: Theme.px(36)
            }
        }
    }
}
