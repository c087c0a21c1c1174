pragma ComponentBehavior: Bound
import QtQuick

// One key problem: number, question, who answers, and the two ways to the answer.
Card {
    id: row

    required property var modelData
    property bool compact: false
    readonly property bool stacked: compact || Theme.portrait || Theme.elder
    signal play(int number)
    signal read(int number)

    SerifText {
        id: number
        x: Theme.px(row.compact ? 20 : 36)
        width: Theme.px(row.compact ? 66 : 84)
        height: parent.height
        text: row.modelData.number
        size: Theme.t(52)
        color: Theme.tile
    }
    Column {
        x: number.x + number.width + Theme.px(8)
        anchors.verticalCenter: parent.verticalCenter
        width: buttons.x - x - Theme.px(20)
        SerifText {
            text: Theme.say(row.modelData.question)
            size: Theme.px(Theme.elder ? 42 : row.stacked ? 34 : 38)
            lead: 1.2
            width: parent.width
            wrapMode: Text.Wrap
            maximumLineCount: row.stacked ? 3 : 2
            fontSizeMode: Text.Fit
            height: Math.min(implicitHeight, row.height - Theme.px(row.compact ? 24 : 64))
            minimumPixelSize: Theme.tMin
            verticalAlignment: Text.AlignVCenter
        }
        Row {
            visible: !row.compact
            spacing: Theme.px(10)
            SansText {
                text: Theme.say(row.modelData.departments) + " ·"
                size: Theme.t(28)
                color: Theme.ink2
                width: Math.min(implicitWidth, row.width * 0.34)
                elide: Text.ElideRight
            }
            Icon {
                name: row.modelData.sourceIcon
                color: Theme.ink2
                size: Theme.px(28)
                anchors.verticalCenter: parent.verticalCenter
            }
            SansText {
                text: Theme.say(row.modelData.source)
                size: Theme.t(28)
                color: Theme.ink2
            }
        }
    }
    Grid {
        id: buttons
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(row.compact ? 12 : 20)
        anchors.verticalCenter: parent.verticalCenter
        columns: row.compact || (Theme.portrait && row.stacked) ? 1 : 2
        spacing: row.columnsOne ? Theme.px(6) : Theme.s2
        SecondaryButton {
            objectName: "read-" + row.modelData.number
            visible: !row.compact
            height: Theme.px(Theme.elder ? 96 : 84)
            width: Theme.portrait && row.stacked ? Theme.px(270) : implicitWidth
            symbol: "doc"
            text: qsTr("书面答复")
            onClicked: row.read(row.modelData.number)
        }
        SecondaryButton {
            objectName: "play-" + row.modelData.number
            height: Theme.px(Theme.elder ? 96 : 84)
            width: Theme.portrait && row.stacked && !row.compact ? Theme.px(270) : implicitWidth
            chosen: true
            symbol: "playf"
            text: Theme.han(qsTr("看回答 %1").arg(row.modelData.atText))
            onClicked: row.play(row.modelData.number)
        }
    }
    readonly property bool columnsOne: buttons.columns === 1
}
