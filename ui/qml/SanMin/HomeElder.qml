pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The home screen in large type: four acts, help as the one primary.
Item {
    id: home

    required property Shell shell
    required property HomeModel model
    readonly property bool wide: !Theme.portrait
    readonly property int inner: width - 2 * Theme.margin
    readonly property int gap: Theme.px(24)
    readonly property int cardWidth: wide ? Math.floor((inner - gap) / 2) : inner
    readonly property int cardHeight: Theme.px(wide ? 312 : 290)

    Row {
        id: head
        x: Theme.margin
        y: Theme.px(40)
        spacing: Theme.px(28)
        Image {
            source: Qt.resolvedUrl("../../../assets/logo/" + (Theme.highContrast ? "mark-ink.svg" : "mark.svg"))
            sourceSize.width: Theme.px(100)
            sourceSize.height: Theme.px(100)
        }
        SerifText {
            text: qsTr("您想做什么？")
            size: Theme.px(home.wide ? 76 : 84)
            width: Math.min(implicitWidth, (home.wide ? settings.x - Theme.s5 : home.width - Theme.margin) - head.x - x)
            height: Theme.px(100)
            fontSizeMode: Text.HorizontalFit
        }
    }
    Row {
        id: settings
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: home.wide ? Theme.px(38) : Theme.px(160)
        spacing: Theme.s2
        QuietButton {
            objectName: "setting-language"
            symbol: "lang"
            text: Theme.language === "zh" ? "English" : "中文"
            onClicked: home.shell.toggleLanguage()
        }
        QuietButton {
            objectName: "setting-elder"
            symbol: "textsize"
            text: qsTr("回到普通版")
            onClicked: home.shell.toggleElder()
        }
    }
    Grid {
        id: grid
        x: Theme.margin
        y: Theme.px(home.wide ? 176 : 300)
        columns: home.wide ? 2 : 1
        spacing: home.gap
        WideDoor {
            objectName: "door-departments"
            width: home.cardWidth
            height: home.cardHeight
            picture: "door-report.svg"
            verb: qsTr("看报告")
            line: qsTr("听局长说一年做了什么")
            enabled: !home.model.empty
            onClicked: home.model.enter("departments")
        }
        WideDoor {
            objectName: "door-suggest"
            width: home.cardWidth
            height: home.cardHeight
            picture: "door-suggest.svg"
            verb: qsTr("提意见")
            line: qsTr("说一件身边的事")
            enabled: !home.model.empty
            onClicked: home.model.enter("suggest")
        }
        WideDoor {
            objectName: "door-follow"
            width: home.cardWidth
            height: home.cardHeight
            picture: "door-follow.svg"
            verb: qsTr("查我的意见")
            line: qsTr("拿回执来看答复")
            onClicked: home.model.enter("follow")
        }
        WideDoor {
            objectName: "door-rate"
            width: home.cardWidth
            height: home.cardHeight
            picture: "door-rate.svg"
            verb: qsTr("作评议")
            line: home.model.signedIn === "staff" ? qsTr("工作人员已登录") : home.model.signedIn !== "" ? qsTr("已签到，接着评") : qsTr("市民代表用代表证")
            enabled: !home.model.empty
            onClicked: home.model.enter("rate")
        }
    }
    Flow {
        x: Theme.margin
        y: grid.y + grid.height + Theme.px(32)
        width: home.inner
        spacing: home.gap
        PrimaryButton {
            objectName: "call-staff"
            symbol: "staff"
            text: home.shell.helpCalled ? qsTr("不用来了") : qsTr("请人帮我")
            size: Theme.px(52)
            width: home.cardWidth
            height: Theme.px(128)
            onClicked: home.shell.helpCalled ? home.shell.callOff() : home.shell.callStaff()
        }
        SecondaryButton {
            objectName: home.model.released ? "door-results" : "door-problems"
            symbol: home.model.released ? "ballot" : "flag"
            text: home.model.released ? qsTr("评议结果") : qsTr("重点问题")
            width: home.wide ? Math.floor((home.cardWidth - home.gap) / 2) : Math.floor((home.inner - home.gap) / 2)
            height: Theme.px(128)
            enabled: !home.model.empty
            onClicked: home.model.enter(home.model.released ? "results" : "problems")
        }
        SecondaryButton {
            objectName: "setting-contrast"
            symbol: "contrast"
            text: qsTr("高对比")
            chosen: Theme.highContrast
            width: home.wide ? Math.floor((home.cardWidth - home.gap) / 2) : Math.floor((home.inner - home.gap) / 2)
            height: Theme.px(128)
            onClicked: home.shell.toggleContrast()
        }
    }
}
