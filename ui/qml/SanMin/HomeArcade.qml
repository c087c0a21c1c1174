pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The home screen in normal type, landscape and portrait: the arcade onto the bay.
Item {
    id: arcade

    required property Shell shell
    required property HomeModel model
    readonly property var counts: shell.facts.counts
    readonly property bool wide: !Theme.portrait
    readonly property int inner: width - 2 * Theme.margin
    readonly property int doorGap: Theme.px(wide ? 36 : 24)
    readonly property int doorWidth: wide ? Theme.px(418) : Math.floor((inner - 2 * doorGap) / 3)

    Brand {
        id: brand
        facts: arcade.shell.facts
        x: Theme.margin
        y: Theme.px(arcade.wide ? 34 : 56)
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: brand.verticalCenter
        spacing: Theme.px(20)
        visible: Theme.say(arcade.shell.facts.contentAt) !== ""
        Icon {
            name: arcade.shell.facts.online ? "cloudok" : "wifioff"
            color: Theme.ink2
            size: Theme.px(34)
            anchors.verticalCenter: parent.verticalCenter
        }
        SansText {
            text: (arcade.shell.facts.online ? qsTr("内容截至 %1") : qsTr("离线 · 内容截至 %1")).arg(Theme.say(arcade.shell.facts.contentAt))
            size: Theme.t(28)
            color: Theme.ink2
        }
        SansText {
            visible: arcade.wide
            text: Theme.say(arcade.shell.facts.venue)
            size: Theme.t(28)
            color: Theme.ink2
        }
    }
    Image {
        visible: !arcade.wide && Theme.highContrast && !arcade.model.released
        y: parent.height - height
        width: parent.width
        height: Math.round(width * 330 / 1080)
        sourceSize.width: width
        source: visible ? Qt.resolvedUrl("../../../assets/scenery/shore-line-1080x330.svg") : ""
    }
    Shore {
        visible: !arcade.wide && !Theme.highContrast && !arcade.model.released
        y: parent.height - height
        width: parent.width
        height: Theme.px(330)
        waterline: 0.5
        size: 0.52
        pavilionX: Theme.px(86)
        roofsX: Theme.px(660)
        sunX: Theme.px(478)
    }
    SerifText {
        id: headline
        x: Theme.margin
        y: Theme.px(!arcade.wide ? 196 : arcade.model.released ? 142 : 172)
        width: arcade.wide ? Theme.px(412) : arcade.inner
        text: qsTr("这座城市，\n想听您说。")
        size: Theme.px((arcade.wide ? 76 : 104) * (Theme.language === "en" ? 0.86 : 1))
        lead: 1.22
    }
    SansText {
        id: under
        visible: !arcade.model.released || !arcade.wide
        anchors.top: headline.bottom
        anchors.topMargin: Theme.px(18)
        x: Theme.margin
        width: headline.width
        text: arcade.wide ? qsTr("选一扇门走进来。\n不用登录，三分钟就够。") : qsTr("选一扇门走进来。不用登录，三分钟就够。")
        size: Theme.px(arcade.wide ? 32 : 34)
        color: Theme.ink2
        wrapMode: Text.Wrap
    }
    Row {
        id: doors
        x: arcade.wide ? Theme.px(522) : Theme.margin
        y: Theme.px(arcade.wide ? 150 : 546)
        spacing: arcade.doorGap
        Repeater {
            model: [
                {
                    "id": "departments",
                    "picture": "door-report",
                    "eyebrow": qsTr("向市民报告"),
                    "verb": qsTr("看报告"),
                    "line": arcade.model.empty ? qsTr("内容还在路上") : arcade.wide ? qsTr("%1 个部门，%2 段视频").arg(arcade.counts.departments).arg(arcade.counts.clips) : qsTr("%1 个部门").arg(arcade.counts.departments)
                },
                {
                    "id": "suggest",
                    "picture": "door-suggest",
                    "eyebrow": qsTr("听市民意见"),
                    "verb": qsTr("提意见"),
                    "line": arcade.wide ? qsTr("说一件您身边的事") : qsTr("身边的事都行")
                },
                {
                    "id": "rate",
                    "picture": "door-rate",
                    "eyebrow": qsTr("请市民评议"),
                    "verb": qsTr("作评议"),
                    "line": arcade.model.signedIn === "staff" ? qsTr("工作人员已登录") : arcade.model.signedIn !== "" ? qsTr("已签到，接着评") : arcade.wide ? qsTr("市民代表，请带代表证") : qsTr("请带代表证")
                }
            ]
            Door {
                required property var modelData
                objectName: "door-" + modelData.id
                width: arcade.doorWidth
                height: Math.round(width * 436 / 418) + Theme.px(arcade.wide ? 240 : 226)
                picture: modelData.picture
                eyebrow: modelData.eyebrow
                verb: modelData.verb
                line: modelData.line
                enabled: !arcade.model.empty
                onClicked: arcade.model.enter(modelData.id)
            }
        }
    }
    ActionCard {
        objectName: "door-results"
        visible: arcade.model.released
        x: Theme.margin
        y: arcade.wide ? Theme.px(366) : ways.y + ways.height + Theme.px(24)
        width: arcade.wide ? Theme.px(414) : arcade.inner
        symbol: "ballot"
        title: qsTr("评议结果公布了")
        line: qsTr("看每个部门的得分")
        onClicked: arcade.model.enter("results")
    }
    Grid {
        id: ways
        columns: arcade.wide ? 1 : 2
        x: Theme.margin
        y: arcade.wide ? Theme.px(526) : doors.y + doors.height + Theme.px(32)
        spacing: Theme.px(24)
        ActionCard {
            objectName: "door-problems"
            width: arcade.wide ? Theme.px(414) : Math.floor((arcade.inner - Theme.px(24)) / 2)
            symbol: "flag"
            title: arcade.model.empty ? qsTr("重点问题") : qsTr("%1 个重点问题").arg(arcade.counts.problems)
            line: qsTr("群众出题，局长答题")
            enabled: !arcade.model.empty
            onClicked: arcade.model.enter("problems")
        }
        ActionCard {
            objectName: "door-follow"
            width: arcade.wide ? Theme.px(414) : Math.floor((arcade.inner - Theme.px(24)) / 2)
            symbol: "qr"
            title: qsTr("查我的意见")
            line: qsTr("凭回执编号")
            onClicked: arcade.model.enter("follow")
        }
    }
    SettingsRow {
        shell: arcade.shell
        x: Theme.margin
        y: arcade.wide ? Theme.px(866) : ways.y + ways.height + Theme.px(28) + (arcade.model.released ? Theme.px(160) : 0)
        width: arcade.inner
    }
}
