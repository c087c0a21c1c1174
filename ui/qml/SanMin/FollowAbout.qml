pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// What the suggestion is about, in the handler's words, how far it is, and what came of it.
Rectangle {
    id: about

    required property FollowModel model
    property bool noted: Theme.portrait
    readonly property string note: Theme.say(model.now.note)
    readonly property int inset: Theme.px(36)

    implicitHeight: words.y + words.implicitHeight + another.height + 2 * inset - Theme.px(8)
    radius: Theme.rCard
    color: Theme.mist
    border.width: Theme.highContrast ? Theme.stroke : 0
    border.color: Theme.ink

    Column {
        id: words
        x: about.inset
        y: Theme.px(30)
        width: parent.width - 2 * x
        spacing: Theme.px(14)
        Eyebrow {
            text: qsTr("这件事")
            ink: Theme.ink
        }
        FittingText {
            width: parent.width
            text: about.model.waiting ? qsTr("已经记下，正在送往中心。") : Theme.han(Theme.say(about.model.summary))
            largest: Theme.px(38)
            lead: 1.35
        }
        SansText {
            visible: text !== ""
            width: parent.width
            text: about.noted && !about.model.waiting ? Theme.han(about.note) : ""
            size: Theme.tMin
            lead: 1.35
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
        Chip {
            visible: about.model.outcome !== ""
            symbol: "flag"
            text: about.model.outcome === "planned" ? qsTr("纳入明年工作谋划") : qsTr("刊发《建言与决策》")
            ink: Theme.pine
            ground: Theme.mint
        }
    }
    SecondaryButton {
        id: another
        objectName: "another"
        x: about.inset
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(30)
        symbol: "search"
        text: qsTr("查另一张回执")
        onClicked: about.model.clear()
    }
}
