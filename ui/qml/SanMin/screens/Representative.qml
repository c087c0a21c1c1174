pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// The representative's home: signed in, what is cast, what can be rated and filled in now.
ScreenFrame {
    id: screen

    required property RepresentativeModel model
    readonly property bool wide: !Theme.portrait
    readonly property bool low: Theme.lowered
    readonly property bool simple: Theme.elder
    readonly property int half: Math.ceil(height / 2) - area.y + Theme.px(4)
    readonly property int leftWidth: wide ? Theme.px(simple ? 560 : 470) : area.width
    readonly property int bottomEdge: area.height - Theme.px(low ? 8 : 20)
    readonly property var next: model.next
    readonly property bool ratable: next.session !== undefined
    readonly property string standing: model.openCount === 0 ? qsTr("全部评完了，谢谢您。") : model.chosenCount > 0 ? qsTr("选好 %1 个，还没有投出").arg(model.chosenCount) : ratable ? qsTr("已投出 %n 个部门，还有 %1 个", "", model.castCount).arg(model.openCount) : qsTr("现在没有可以评的场次。已投出 %1 个，还有 %2 个。").arg(model.castCount).arg(model.openCount)

    showBack: false
    headerItems: [
        QuietButton {
            objectName: "sign-out"
            symbol: "power"
            text: qsTr("退出")
            onClicked: screen.shell.endVisit()
        }
    ]

    LoweredView {
        visible: screen.low
        frame: screen
        words: ""
    }
    Column {
        id: left
        width: screen.low && screen.wide ? Theme.px(screen.simple ? 1400 : 900) : screen.leftWidth
        y: Theme.px(screen.wide && !screen.low ? 14 : 0)
        spacing: Theme.px(screen.simple ? 20 : 22)
        Eyebrow {
            text: Theme.han(qsTr("市民代表 · %1").arg(Theme.say(screen.model.category)))
        }
        FittingText {
            width: parent.width
            text: screen.wide && !screen.low ? qsTr("您好，\n已签到。") : qsTr("您好，已签到。")
            largest: Theme.px(84)
            room: Theme.px(screen.wide && !screen.low ? 210 : 110)
            lead: 1.2
        }
        SansText {
            width: parent.width
            text: Theme.say(screen.model.signedInAt) + (screen.wide && !screen.low ? "\n" : " · ") + Theme.say(screen.model.place)
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
            visible: screen.wide && !screen.low && !screen.simple
            width: parent.width
            symbol: "clock"
            title: qsTr("不用一次评完")
            line: qsTr("今天评几个都行。明天再来，换个会场来，也都行。")
        }
    }
    // The ballot: how it stands, the next session as the one act, all sessions with a dot for each department.
    Card {
        id: ballot
        readonly property bool bare: screen.low && screen.wide
        readonly property int inset: bare ? 0 : Theme.px(44)
        readonly property int columns: bare ? 4 : screen.wide ? 4 : 2
        level: bare ? 0 : 1
        color: bare ? "transparent" : Theme.surface
        border.width: Theme.highContrast && !bare ? Theme.stroke : 0
        x: screen.wide && !screen.low ? screen.leftWidth + Theme.px(56) : 0
        y: screen.low ? screen.half : screen.wide ? 0 : left.height + Theme.px(30)
        width: screen.area.width - x
        height: body.height + 2 * body.y
        Column {
            id: body
            x: ballot.inset
            y: ballot.bare ? 0 : Theme.px(34)
            width: parent.width - 2 * x
            spacing: ballot.bare ? Theme.s2 : Theme.px(28)
            Item {
                readonly property bool beside: screen.wide && !ballot.bare && !screen.simple
                width: parent.width
                height: beside || !rateNext.visible ? Math.max(says.height, rateNext.visible ? rateNext.height : 0) : (ballot.bare ? 0 : says.height + Theme.px(22)) + rateNext.height
                Column {
                    id: says
                    visible: !ballot.bare || !rateNext.visible
                    width: parent.beside && rateNext.visible ? rateNext.x - Theme.px(20) : parent.width
                    spacing: Theme.px(6)
                    FittingText {
                        visible: !ballot.bare
                        width: parent.width
                        text: qsTr("民主评议测评票")
                        largest: Theme.px(46)
                        room: Theme.px(120)
                    }
                    SansText {
                        width: parent.width
                        text: Theme.han(screen.standing)
                        size: Theme.tMin
                        lead: 1.4
                        color: Theme.ink2
                        wrapMode: Text.Wrap
                    }
                }
                PrimaryButton {
                    id: rateNext
                    objectName: "rate-next"
                    visible: screen.ratable
                    x: parent.width - width
                    y: parent.beside || ballot.bare ? 0 : says.height + Theme.px(22)
                    width: parent.beside ? Math.min(implicitWidth, Theme.px(600)) : parent.width
                    height: Theme.px(screen.simple ? 124 : 104)
                    symbol: "ballot"
                    text: screen.ratable ? Theme.han(qsTr("评%1的 %2 个部门").arg(Theme.say(screen.next.name)).arg(screen.next.count)) : ""
                    onClicked: screen.model.rate(screen.next.session)
                }
            }
            Grid {
                id: sessions
                readonly property int each: Math.floor((parent.width - (ballot.columns - 1) * columnSpacing) / ballot.columns)
                visible: !screen.simple && !(screen.low && !screen.wide)
                columns: ballot.columns
                columnSpacing: Theme.px(ballot.bare ? 16 : 20)
                rowSpacing: Theme.px(16)
                Repeater {
                    model: screen.model.sessions
                    SessionBox {
                        dotted: !ballot.bare
                        width: sessions.each
                        height: ballot.bare ? Theme.px(96) : Theme.px(Theme.language === "en" ? 250 : 216)
                        onRate: number => screen.model.rate(number)
                    }
                }
            }
        }
    }
    Grid {
        id: forms
        readonly property bool lying: !screen.wide || screen.simple || screen.low
        readonly property int count: screen.model.forms.length
        readonly property int formsTop: ballot.y + ballot.height + Theme.px(screen.low ? 16 : 26)
        readonly property int each: Math.floor((ballot.width - (columns - 1) * columnSpacing) / columns)
        readonly property int rows0: Math.ceil(count / Math.max(1, columns))
        x: ballot.x
        y: formsTop
        columns: lying && !(screen.low && screen.wide) ? 1 : Math.max(1, Math.min(3, count))
        columnSpacing: Theme.px(24)
        rowSpacing: Theme.px(screen.low ? 13 : 18)
        Repeater {
            model: screen.model.forms
            FormCard {
                objectName: "form-" + (modelData.id === "" ? "suggestion" : modelData.id)
                lying: forms.lying
                width: forms.each
                height: Math.min(Theme.px(forms.lying ? 150 : 350), Math.floor((screen.bottomEdge - forms.y - (forms.rows0 - 1) * forms.rowSpacing) / Math.max(1, forms.rows0)))
                onClicked: screen.model.fill(modelData.id)
            }
        }
    }
    Trouble {
        objectName: "trouble"
        visible: screen.model.trouble !== ""
        x: ballot.x
        y: ballot.y
        width: ballot.width
        text: qsTr("现在看不到您评过哪些。请用旁边的终端，或叫工作人员。")
    }
}
