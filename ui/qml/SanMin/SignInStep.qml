pragma ComponentBehavior: Bound
import QtQuick

// One of three steps: a numeral, what to do, a word more.
Row {
    id: step

    required property int index
    required property string title
    required property string line
    property string symbol: "" // in place of the numeral where there is one step only

    spacing: Theme.px(28)
    Rectangle {
        id: plate
        width: Theme.px(84)
        height: width
        radius: width / 2
        color: step.index === 1 ? Theme.sea : Theme.foam
        border.width: Theme.highContrast ? Theme.stroke : 0
        border.color: Theme.ink
        anchors.verticalCenter: parent.verticalCenter
        Icon {
            visible: step.symbol !== ""
            anchors.centerIn: parent
            name: step.symbol
            color: Theme.sea
        }
        SerifText {
            visible: step.symbol === ""
            anchors.centerIn: parent
            text: Theme.language === "en" ? step.index + 1 : "一二三".charAt(step.index)
            size: Theme.t(38)
            lead: 1
            color: step.index === 1 ? Theme.onFill : Theme.sea
        }
    }
    Column {
        width: step.width > 0 ? step.width - plate.width - step.spacing : implicitWidth
        anchors.verticalCenter: parent.verticalCenter
        SerifText {
            width: parent.width
            text: step.title
            size: Theme.px(Theme.elder ? 48 : Theme.language === "en" ? 36 : 40)
            lead: 1.2
            wrapMode: Text.Wrap
        }
        SansText {
            width: parent.width
            text: step.line
            size: Theme.t(30)
            lead: 1.3
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
    }
}
