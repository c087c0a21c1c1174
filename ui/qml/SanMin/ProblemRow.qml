pragma ComponentBehavior: Bound
import QtQuick

// One key problem: number, question, who answers, and the two ways to the answer. Side by side in a row, stacked in
// a narrow place, tall where controls are lowered.
Rectangle {
    id: row

    required property var modelData
    property bool plain: false
    property bool stacked: false
    property bool tall: false
    readonly property int pad: Theme.px(plain && !tall ? 4 : tall ? 26 : 32)
    readonly property int buttonHeight: Theme.px(Theme.elder ? 96 : 80)
    readonly property bool under: stacked || tall
    readonly property int wordsX: tall ? pad : number.x + number.width + Theme.px(10)
    readonly property int wordsWidth: under ? width - wordsX - pad : buttons.x - wordsX - Theme.px(24)
    readonly property int wordsHeight: under ? buttons.y - wordsY - Theme.px(10) : height - 2 * wordsY
    readonly property int wordsY: tall ? number.y + number.height + Theme.px(8) : Theme.px(under ? 16 : 6)
    signal play(int number)
    signal read(int number)

    color: "transparent"

    Card {
        visible: !row.plain || row.tall
        anchors.fill: parent
    }
    Rectangle {
        visible: row.plain && !row.tall
        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.max(1, Theme.px(2))
        color: Theme.hair
    }
    SerifText {
        id: number
        x: row.pad
        y: row.tall ? Theme.px(18) : row.under ? row.wordsY : 0
        width: row.tall ? implicitWidth : Theme.px(Theme.elder ? 104 : 82)
        height: row.tall ? Theme.px(64) : row.under ? row.wordsHeight : parent.height
        text: row.modelData.number
        size: Theme.px(Theme.elder ? 60 : 52)
        color: Theme.tile
    }
    Column {
        x: row.wordsX
        y: row.tall ? row.wordsY : row.under ? row.wordsY + Math.round((row.wordsHeight - height) / 2) : Math.round((row.height - height) / 2)
        width: row.wordsWidth
        spacing: Theme.px(4)
        FittingText {
            width: parent.width
            text: Theme.clauses(Theme.say(row.modelData.question), Math.floor(width / largest))
            largest: Theme.px(Theme.elder ? 44 : row.tall ? 42 : 36)
            lead: 1.22
            room: row.wordsHeight - (who.visible ? who.height + parent.spacing : 0)
        }
        SansText {
            id: who
            visible: !row.plain
            width: parent.width
            text: Theme.say(row.modelData.who) + (Theme.elder ? "" : (row.tall ? "\n" : "\u00a0· ") + Theme.say(row.modelData.source)) // no line begins with a dot
            size: Theme.tMin
            lead: 1.2
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
    }
    Grid {
        id: buttons
        readonly property bool pair: !row.tall || row.width > Theme.px(Theme.elder ? 830 : 700)
        readonly property int each: row.tall ? Math.floor((row.width - 2 * row.pad - (pair ? Theme.s2 : 0)) / (pair ? 2 : 1)) : Math.floor((row.wordsWidth - Theme.s2) / 2)
        x: row.tall ? row.pad : row.under ? row.wordsX : row.width - width - Theme.px(20)
        y: row.under ? row.height - height - Theme.px(row.tall ? 22 : 18) : Math.round((row.height - height) / 2)
        columns: pair ? 2 : 1
        spacing: Theme.s2
        SecondaryButton {
            objectName: "read-" + row.modelData.number
            height: row.buttonHeight
            width: row.under ? buttons.each : implicitWidth
            symbol: "doc"
            text: qsTr("书面答复")
            onClicked: row.read(row.modelData.number)
        }
        SecondaryButton {
            objectName: "play-" + row.modelData.number
            height: row.buttonHeight
            width: row.under ? buttons.each : implicitWidth
            chosen: true
            symbol: "playf"
            text: Theme.han(qsTr("看回答 %1").arg(row.modelData.atText))
            onClicked: row.play(row.modelData.number)
        }
    }
}
