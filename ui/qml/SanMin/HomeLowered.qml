pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The home screen for children and wheelchair users: the bay above, everything touchable in the lower half.
Item {
    id: home

    required property Shell shell
    required property HomeModel model
    readonly property var counts: shell.facts.counts
    readonly property bool wide: !Theme.portrait
    readonly property int inner: width - 2 * Theme.margin
    readonly property int gap: Theme.px(24)
    readonly property int doorTop: wide ? Theme.px(556) : Math.round(height * 0.508)
    readonly property int doorHeight: Theme.px(wide ? 196 : 160)

    Shore {
        visible: !Theme.highContrast
        width: parent.width
        height: home.doorTop - Theme.px(20)
        waterline: home.wide ? 0.8 : 0.86
        size: home.wide ? 0.86 : 1.05
        pavilionX: Theme.px(home.wide ? 1050 : 60)
        roofsX: Theme.px(home.wide ? 1490 : 470)
        sunX: Theme.px(home.wide ? 1010 : 420)
    }
    Brand {
        facts: home.shell.facts
        x: Theme.margin
        y: Theme.px(56)
    }
    SerifText {
        x: Theme.margin
        y: Theme.px(home.wide ? 184 : 230)
        text: qsTr("这座城市，\n想听您说。")
        size: Theme.px((home.wide ? 84 : 104) * (Theme.language === "en" ? 0.86 : 1))
        lead: 1.2
    }
    Grid {
        id: doors
        x: Theme.margin
        y: home.doorTop
        columns: home.wide ? 3 : 1
        columnSpacing: home.gap
        rowSpacing: Theme.px(14)
        Repeater {
            model: [["departments", "play", qsTr("向市民报告"), qsTr("看报告"), home.model.empty ? qsTr("内容还在路上") : qsTr("%1 个部门，%2 段视频").arg(home.counts.departments).arg(home.counts.clips)], ["suggest", "chat", qsTr("听市民意见"), qsTr("提意见"), qsTr("说一件您身边的事")], ["rate", "ballot", qsTr("请市民评议"), qsTr("作评议"), home.model.signedIn === "staff" ? qsTr("工作人员已登录") : home.model.signedIn !== "" ? qsTr("已签到，接着评") : qsTr("市民代表，请带代表证")]]
            LowDoor {
                required property var modelData
                objectName: "door-" + modelData[0]
                width: Math.floor((home.inner - (doors.columns - 1) * home.gap) / doors.columns)
                height: home.doorHeight
                symbol: modelData[1]
                eyebrow: modelData[2]
                verb: modelData[3]
                line: modelData[4]
                enabled: !home.model.empty
                onClicked: home.model.enter(modelData[0])
            }
        }
    }
    Row {
        id: ways
        readonly property int shown: home.model.released ? 3 : 2
        x: Theme.margin
        y: doors.y + doors.height + Theme.px(home.wide ? 24 : 20)
        spacing: home.gap
        SecondaryButton {
            objectName: "door-problems"
            width: Math.floor((home.inner - (ways.shown - 1) * home.gap) / ways.shown)
            height: Theme.px(home.wide ? 100 : 88)
            symbol: "flag"
            text: home.model.empty ? qsTr("重点问题") : Theme.han(qsTr("%1 个重点问题").arg(home.counts.problems))
            enabled: !home.model.empty
            onClicked: home.model.enter("problems")
        }
        SecondaryButton {
            objectName: "door-follow"
            width: Math.floor((home.inner - (ways.shown - 1) * home.gap) / ways.shown)
            height: Theme.px(home.wide ? 100 : 88)
            symbol: "qr"
            text: qsTr("查我的意见")
            onClicked: home.model.enter("follow")
        }
        SecondaryButton {
            objectName: "door-results"
            visible: home.model.released
            width: Math.floor((home.inner - (ways.shown - 1) * home.gap) / ways.shown)
            height: Theme.px(home.wide ? 100 : 88)
            symbol: "ballot"
            text: qsTr("评议结果")
            onClicked: home.model.enter("results")
        }
    }
    SettingsRow {
        shell: home.shell
        x: Theme.margin
        y: ways.y + ways.height + Theme.px(home.wide ? 24 : 20)
        width: home.inner
    }
}
