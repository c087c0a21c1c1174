pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// Help and privacy: call a person, six short answers, and the way out.
ScreenFrame {
    id: screen

    required property QtObject model
    readonly property bool wide: !Theme.portrait
    readonly property int columns: Theme.elder ? 1 : wide ? 2 : 1
    readonly property int answersX: wide ? Theme.px(660) : 0
    readonly property bool tight: Theme.elder && Theme.lowered && wide // three large buttons in the lower half
    readonly property bool actsLast: Theme.lowered && !wide // what one touches stands below what one reads
    readonly property int noteHeight: Theme.px(Theme.elder ? (Theme.language === "en" && !wide ? 380 : 310) : wide ? 268 : 150)
    readonly property var answers: [[qsTr("要登录吗？"), qsTr("看报告、查问题、提意见都不用登录。只有市民代表作评议要带代表证。"), "person"], [qsTr("会记下我是谁吗？"), qsTr("不会。提意见可以不留姓名；评议不记名，谁也查不到您选了什么。"), "lock"], [qsTr("我写的谁能看到？"), qsTr("写完立刻加密，这台终端和会场的人都打不开，只有办理的人能看到。"), "eyeoff"], [qsTr("按错了怎么办？"), qsTr("点“返回”就行。没有提交、没有投出之前，什么都可以改。"), "back"], [qsTr("网断了还能用吗？"), qsTr("能。看报告、提意见、作评议照常，网通了会自动送到中心。"), "wifioff"], [qsTr("我走了会留下什么？"), qsTr("什么也不留。没交的内容、字的大小、语言，都会恢复原样。"), "power"]]

    title: qsTr("帮助")
    showSettings: false

    Column {
        id: left
        width: screen.wide ? Theme.px(600) : parent.width
        y: Theme.lowered ? screen.area.height - height - Theme.px(8) : Theme.px(screen.wide ? 30 : 8)
        spacing: screen.tight ? Theme.s2 : Theme.px(screen.wide && !Theme.lowered ? 28 : 22)
        SerifText {
            visible: screen.wide || !Theme.elder
            text: qsTr("需要帮忙吗？")
            size: Theme.px(Theme.language === "en" ? 66 : 76)
            width: parent.width
            lead: 1.2
        }
        SansText {
            visible: !Theme.elder
            width: parent.width
            text: screen.shell.helpCalled ? qsTr("已经叫了，请在这里稍等。") : qsTr("工作人员就在会场里，按一下就来。")
            size: Theme.tLead
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
        PrimaryButton {
            objectName: "call-staff"
            width: parent.width
            height: screen.tight ? Theme.px(120) : Theme.hero
            size: Theme.t(40)
            symbol: "staff"
            text: screen.shell.helpCalled ? qsTr("不用来了") : qsTr("请工作人员来帮我")
            onClicked: screen.shell.helpCalled ? screen.shell.callOff() : screen.shell.callStaff()
        }
        SecondaryButton {
            objectName: "open-display"
            width: parent.width
            height: screen.tight ? Theme.touch : Theme.button
            symbol: "textsize"
            text: qsTr("字太小？调大一些")
            onClicked: screen.shell.go("display")
        }
        SecondaryButton {
            objectName: "end-visit"
            width: parent.width
            height: screen.tight ? Theme.touch : Theme.button
            symbol: "power"
            text: qsTr("我用完了，清掉我的内容")
            onClicked: screen.shell.endVisit()
        }
    }
    Grid {
        id: notes
        x: screen.answersX
        y: screen.wide ? Theme.px(30) : screen.actsLast ? Theme.px(8) : left.y + left.height + Theme.px(32)
        width: screen.area.width - x
        columns: screen.columns
        spacing: Theme.px(Theme.portrait ? 16 : 24)
        Repeater {
            model: screen.answers.slice(pager.page * pager.perPage, (pager.page + 1) * pager.perPage)
            NoteCard {
                required property var modelData
                width: Math.floor((notes.width - (screen.columns - 1) * notes.spacing) / screen.columns)
                height: Math.max(implicitHeight, screen.noteHeight)
                symbol: modelData[2]
                title: modelData[0]
                line: modelData[1]
                size: screen.wide && !Theme.elder && Theme.language === "zh" ? Theme.t(32) : Theme.tMin
            }
        }
    }
    Pager {
        id: pager
        x: screen.answersX
        width: screen.area.width - x
        y: (screen.actsLast ? left.y - Theme.px(24) : parent.height - Theme.px(8)) - height
        height: implicitHeight
        total: screen.answers.length
        perPage: !Theme.elder ? 6 : screen.wide || Theme.language === "en" ? 2 : 3
    }
}
