pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// Who is here; and by card number: check in, report lost, unlock the PIN.
StaffPage {
    id: screen

    required property StaffAttendanceModel model
    readonly property bool listed: model.stage === "list"
    readonly property bool checking: model.stage === "check-in"
    readonly property bool unlocking: model.stage === "unlock"
    readonly property string session: Theme.say(model.session)
    readonly property bool strip: Theme.lowered && wide
    readonly property var cardsShown: model.waiting.slice(0, 4)
    readonly property int padWidth: wide && !strip ? Theme.px(760) : inner.width
    readonly property var saids: ({
            "check-in": qsTr("签到好了。投票还要等证能读出来。"),
            "lost": qsTr("已请组织方换证。旧证等下一版名单到了才停用。"),
            "unlock": qsTr("解开了，可以再输密码。")
        })

    title: qsTr("签到名单")
    touchy: !listed
    headline: listed ? (session === "" ? qsTr("今天 %1 人签到").arg(model.rows.length) : qsTr("%1，%2 人在场").arg(session).arg(model.rows.length)) : checking ? qsTr("证读不出来，按号码签到") : unlocking ? qsTr("解开输错的密码") : qsTr("证丢了，请组织方换")
    lead: !listed ? (strip ? "" : checking ? qsTr("只算到场；投票仍要用能读的证。") : unlocking ? qsTr("先看本人的身份证件。") : qsTr("先看本人的身份证件。旧证在下一版名单到来时停用。")) : model.said !== "" ? saids[model.said] : Theme.elder || !model.ready ? "" : qsTr("按证号排列，不记先后。")
    sign: listed && model.said !== "" ? "checkc" : ""
    trouble: model.trouble === "" ? "" : words.desk(model.trouble)
    acts: listed ? [
        {
            "id": "check-in",
            "symbol": "edit",
            "text": qsTr("按号码签到")
        },
        {
            "id": "lost",
            "symbol": "card",
            "text": qsTr("证丢了")
        },
        {
            "id": "unlock",
            "symbol": "lock",
            "text": model.waiting.length > 0 ? qsTr("解锁密码（%1）").arg(model.waiting.length) : qsTr("解锁密码")
        }
    ] : [
        {
            "id": "confirm",
            "symbol": "check",
            "text": checking ? qsTr("签到") : unlocking ? qsTr("解锁") : qsTr("请求换证"),
            "primary": true,
            "enabled": model.complete
        }
    ]
    onAct: id => {
        if (id === "confirm")
            model.confirm();
        else
            model.begin(id);
    }

    StaffWords {
        id: words
    }
    StaffPeople {
        visible: screen.listed && screen.model.rows.length > 0
        anchors.fill: parent
        rows: screen.model.rows
    }
    QuietState {
        visible: screen.listed && screen.model.ready && screen.model.rows.length === 0
        width: parent.width
        height: Math.min(implicitHeight, parent.height)
        title: qsTr("还没有人签到")
        message: qsTr("代表在这里读证以后，会出现在名单上。")
    }
    Item {
        id: left
        readonly property int gap: Theme.px(screen.strip ? 14 : 22)
        readonly property int below: Math.max(screen.checking ? reasons.height + gap : 0, cards.visible ? cards.height + gap : 0)
        visible: !screen.listed
        height: (screen.strip ? -gap : field.height) + below
        width: screen.wide && !screen.strip ? parent.width - screen.padWidth - Theme.px(48) : parent.width
        Rectangle {
            id: field
            objectName: "number"
            // With keys in a strip what was typed stands above them, in the upper half.
            parent: screen.strip ? screen.area : left
            visible: !screen.listed
            y: screen.strip ? screen.half - height - Theme.px(20) : 0
            width: screen.strip ? Theme.px(420) : parent.width
            height: Theme.px(screen.strip ? 76 : Theme.elder ? 120 : 104)
            radius: Theme.rKey
            color: Theme.surface
            border.width: Theme.px(4)
            border.color: Theme.sea
            SerifText {
                anchors.centerIn: parent
                text: screen.model.number === "" ? qsTr("证号八位") : screen.model.number
                color: screen.model.number === "" ? Theme.ink2 : Theme.ink
                size: Math.min(Theme.t(52), Theme.px(60))
                lead: 1.1
            }
        }
        Item {
            id: reasons
            y: screen.strip ? 0 : field.height + left.gap
            visible: screen.checking
            width: parent.width
            readonly property int columns: screen.strip ? 4 : Theme.portrait ? 2 : 1
            readonly property int rowHeight: Theme.px(screen.strip ? 74 : !Theme.elder ? 80 : Theme.portrait ? 116 : 100)
            readonly property int rows: Math.ceil((screen.model.reasons.length) / columns)
            height: rows * (rowHeight + Theme.s2) - Theme.s2
            Repeater {
                model: screen.model.reasons
                SecondaryButton {
                    required property string modelData
                    required property int index
                    x: index % reasons.columns * (width + Theme.s2)
                    y: Math.floor(index / reasons.columns) * (reasons.rowHeight + Theme.s2)
                    objectName: "reason-" + modelData
                    width: Math.floor((reasons.width - (reasons.columns - 1) * Theme.s2) / reasons.columns)
                    height: reasons.rowHeight
                    side: Theme.px(12)
                    text: words.reason(modelData)
                    chosen: screen.model.reason === modelData
                    onClicked: screen.model.choose(modelData)
                }
            }
        }
        Item {
            id: cards
            y: screen.strip ? 0 : field.height + left.gap
            visible: screen.unlocking && screen.model.waiting.length > 0
            width: parent.width
            readonly property int columns: screen.strip ? 4 : Theme.portrait ? 2 : 1
            readonly property int rowHeight: Theme.px(screen.strip ? 74 : Theme.elder ? 100 : 80)
            readonly property int rows: Math.ceil((screen.cardsShown.length) / columns)
            height: rows * (rowHeight + Theme.s2) - Theme.s2
            Repeater {
                model: screen.cardsShown
                SecondaryButton {
                    required property var modelData
                    required property int index
                    x: index % cards.columns * (width + Theme.s2)
                    y: Math.floor(index / cards.columns) * (cards.rowHeight + Theme.s2)
                    objectName: "waiting-" + modelData.number.replace(" ", "")
                    width: Math.floor((cards.width - (cards.columns - 1) * Theme.s2) / cards.columns)
                    height: cards.rowHeight
                    symbol: modelData.locked ? "lock" : "clock"
                    text: modelData.number
                    chosen: screen.model.number === modelData.number
                    onClicked: screen.model.take(modelData.number)
                }
            }
        }
    }
    StaffKeypad {
        visible: !screen.listed
        x: screen.wide && !screen.strip ? parent.width - width : 0
        y: screen.strip ? left.below : screen.wide ? 0 : left.height + Theme.px(32)
        width: screen.padWidth
        height: Math.min(parent.height - y, Theme.px(620))
        keys: screen.model.keys
        onTyped: character => screen.model.type(character)
        onErased: screen.model.erase()
    }
}
