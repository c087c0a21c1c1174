pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The way of one suggestion: lamps on the pier with their words, then the reply in full.
// In elder mode one card says where it is now; the pier is for eyes that like details.
Item {
    id: found

    required property FollowModel model
    readonly property var names: ({
            "received": qsTr("受理"),
            "forwarded": qsTr("转办"),
            "in_hand": qsTr("办理"),
            "replied": qsTr("反馈"),
            "adopted": qsTr("吸纳"),
            "explained": qsTr("说明情况"),
            "declined": qsTr("未采纳"),
            "merged": qsTr("合并办理")
        })
    readonly property var signs: ({
            "explained": "info",
            "declined": "chat",
            "merged": "merge"
        })
    readonly property string closing: signs[model.lamps[4].state] ?? ""
    readonly property string asOf: Theme.say(model.asOf) === "" ? "" : Theme.han(qsTr("状态截至 %1").arg(Theme.say(model.asOf)))
    readonly property bool roomy: !Theme.portrait && Theme.language !== "en" // as old as it is stands in the header
    readonly property bool replied: Theme.say(model.reply) !== ""
    readonly property string who: Theme.say(model.department)
    readonly property bool apart: Theme.elder || Theme.language === "en" // who answers has a line of their own
    readonly property string repliedOn: Theme.say(model.repliedOn)
    readonly property bool searchLast: Theme.lowered && Theme.portrait && Theme.elder // under the reply: all one touches is low
    readonly property bool replyFirst: Theme.lowered && Theme.portrait && !Theme.elder // so that what one touches is low
    readonly property int cardsTop: Theme.elder ? 0 : way.y + way.height + Theme.px(24)

    FollowPier {
        id: pier
        visible: !Theme.elder
        width: parent.width
        lamps: found.model.lamps
        closing: found.closing
    }
    FollowWay {
        id: way
        visible: !Theme.elder
        y: pier.height + Theme.px(10)
        width: parent.width
        lamps: found.model.lamps
        names: found.names
        noted: found.roomy
    }
    Loader {
        id: left
        y: found.replyFirst ? parent.height - height - Theme.px(16) : found.cardsTop
        width: Theme.portrait ? parent.width : Theme.px(Theme.elder ? 700 : 560)
        height: Theme.portrait ? (Theme.elder ? Theme.px(found.searchLast ? 546 : 690) : left.implicitHeight) : parent.height - y - Theme.px(16)
        sourceComponent: Theme.elder ? now : about
    }
    Component {
        id: now
        FollowNow {
            model: found.model
            names: found.names
            closing: found.closing
            searching: !found.searchLast
        }
    }
    Component {
        id: about
        FollowAbout {
            model: found.model
        }
    }
    Card {
        x: Theme.portrait ? 0 : left.width + Theme.px(24)
        y: Theme.portrait && !found.replyFirst ? left.y + left.height + Theme.px(24) : found.cardsTop
        width: parent.width - x
        height: (found.replyFirst ? left.y - Theme.px(24) : found.searchLast ? search.y - Theme.px(20) : parent.height - Theme.px(16)) - y
        Eyebrow {
            id: replyHead
            x: Theme.px(40)
            y: Theme.px(30)
            text: !found.replied ? qsTr("还没有答复") : Theme.elder ? qsTr("答复") : [found.apart || found.who === "" ? qsTr("答复") : qsTr("%1的答复").arg(found.who), found.repliedOn].filter(part => part !== "").join(" · ")
        }
        SansText {
            id: replyWho
            visible: found.apart && found.replied && found.who !== ""
            x: Theme.px(40)
            y: replyHead.y + replyHead.height + Theme.px(4)
            width: parent.width - 2 * x
            text: found.who
            strong: true
            lead: 1.35
            wrapMode: Text.Wrap
        }
        PagedText {
            x: Theme.px(40)
            y: (replyWho.visible ? replyWho.y + replyWho.height : replyHead.y + replyHead.height) + Theme.px(14)
            width: parent.width - 2 * x
            height: parent.height - y - Theme.px(30) - (age.visible && !age.beside ? age.height + Theme.px(12) : 0)
            size: Theme.portrait ? Theme.tLarge : Theme.tLead
            text: found.replied ? Theme.say(found.model.reply) : found.closing === "merge" ? qsTr("您的意见和同类的合在一起办，答复是一样的。有了答复，会写在这里。到任何会场都能查，用手机扫回执上的码也行。") : qsTr("有了答复，会写在这里。到任何会场都能查，用手机扫回执上的码也行。")
        }
        SansText {
            id: age
            readonly property bool beside: !Theme.portrait && !Theme.elder
            visible: (Theme.elder || !found.roomy) && text !== ""
            x: beside ? parent.width - width - Theme.px(40) : Theme.px(40)
            y: beside ? replyHead.y : parent.height - height - Theme.px(20)
            width: beside ? implicitWidth : parent.width - 2 * Theme.px(40)
            text: found.asOf
            size: Theme.tMin
            lead: 1.3
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
    }
    SecondaryButton {
        id: search
        objectName: "another-low"
        visible: found.searchLast
        width: parent.width
        y: parent.height - height - Theme.px(8)
        symbol: "search"
        text: qsTr("查另一张回执")
        onClicked: found.model.clear()
    }
}
