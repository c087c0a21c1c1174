pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// The representative's home: signed in, what is cast, what can be rated now.
ScreenFrame {
    id: screen

    required property RepresentativeModel model
    readonly property bool wide: !Theme.portrait
    readonly property int leftWidth: wide ? Theme.px(Theme.elder ? 520 : 470) : area.width
    readonly property var next: model.next

    showBack: false
    showHome: true
    headerItems: [
        QuietButton {
            objectName: "sign-out"
            symbol: "power"
            text: qsTr("退出")
            onClicked: screen.shell.endVisit()
        }
    ]

    Column {
        id: left
        width: screen.leftWidth
        spacing: Theme.px(22)
        Eyebrow {
            text: Theme.han(qsTr("市民代表 · %1").arg(Theme.say(screen.model.category)))
        }
        SerifText {
            width: parent.width
            text: screen.wide ? qsTr("您好，\n已签到。") : qsTr("您好，已签到。")
            size: Theme.px(84)
            lead: 1.2
            fontSizeMode: Text.HorizontalFit
        }
        SansText {
            width: parent.width
            text: Theme.say(screen.model.signedInAt) + "\n" + Theme.say(screen.model.place)
            size: Theme.tMin
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
        NoteCard {
            width: parent.width
            symbol: "lock"
            title: qsTr("签到记名，评议不记名")
            line: qsTr("您选了什么，谁也查不到，工作人员也不行。")
            ink: Theme.pine
            ground: Theme.mint
        }
        NoteCard {
            visible: screen.wide
            width: parent.width
            symbol: "clock"
            title: qsTr("不用一次评完")
            line: qsTr("今天评几个都行。明天再来，换个会场来，也都行。")
        }
    }
    Card {
        id: ballot
        x: screen.wide ? screen.leftWidth + Theme.px(56) : 0
        y: screen.wide ? 0 : left.height + Theme.px(30)
        width: screen.area.width - x
        height: screen.wide ? Theme.px(Theme.elder ? 560 : 490) : Theme.px(Theme.elder ? 790 : 680)
        Column {
            x: Theme.px(44)
            y: Theme.px(36)
            width: parent.width - 2 * x
            spacing: Theme.px(8)
            SerifText {
                text: qsTr("民主评议测评票")
                size: Theme.px(Theme.elder ? 52 : 46)
            }
            SansText {
                text: Theme.han(qsTr("已投出 %1 个部门，还有 %2 个").arg(screen.model.castCount).arg(screen.model.openCount))
                size: Theme.tMin
                color: Theme.ink2
            }
        }
        PrimaryButton {
            objectName: "rate-next"
            visible: screen.next.session !== undefined
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(44)
            y: screen.wide && !Theme.elder ? Theme.px(38) : Theme.px(Theme.elder ? 190 : 170)
            width: screen.wide && !Theme.elder ? implicitWidth : parent.width - Theme.px(88)
            height: Theme.px(104)
            symbol: "ballot"
            text: visible ? Theme.han(qsTr("评%1的 %2 个部门").arg(Theme.say(screen.next.name)).arg(screen.next.count)) : ""
            onClicked: screen.model.rate(screen.next.session)
        }
        SansText {
            visible: screen.model.ready && screen.next.session === undefined
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(44)
            y: screen.wide && !Theme.elder ? Theme.px(60) : Theme.px(190)
            text: screen.model.openCount === 0 ? qsTr("全部评完了，谢谢您。") : qsTr("现在没有可以评的场次。")
            strong: true
            color: Theme.pine
        }
        Grid {
            x: Theme.px(44)
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(36)
            columns: screen.wide ? 4 : 2
            columnSpacing: Theme.px(24)
            rowSpacing: Theme.px(20)
            Repeater {
                model: screen.model.sessions
                SessionBox {
                    width: Math.floor((ballot.width - Theme.px(88) - (screen.wide ? 3 : 1) * Theme.px(24)) / (screen.wide ? 4 : 2))
                    onRate: number => screen.model.rate(number)
                }
            }
        }
    }
    Flow {
        x: ballot.x
        y: ballot.y + ballot.height + Theme.px(28)
        width: ballot.width
        spacing: Theme.px(24)
        ActionCard {
            objectName: "form-suggestion"
            width: screen.wide ? Math.floor((ballot.width - Theme.px(24)) / 2) : ballot.width
            height: Theme.px(Theme.elder ? 190 : 170)
            symbol: "chat"
            title: qsTr("意见建议征集表")
            line: qsTr("写什么都可以")
            onClicked: screen.model.suggest()
        }
        ActionCard {
            objectName: "watch-reports"
            width: screen.wide ? Math.floor((ballot.width - Theme.px(24)) / 2) : ballot.width
            height: Theme.px(Theme.elder ? 190 : 170)
            symbol: "play"
            title: qsTr("再看看报告")
            line: qsTr("看完回来接着评")
            onClicked: screen.shell.go("departments")
        }
    }
}
