pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// A department's page: its two videos, goals beside results, the yearly summary, the problems it answers.
ScreenFrame {
    id: screen

    required property DepartmentModel model
    readonly property bool wide: !Theme.portrait
    readonly property int leftWidth: wide ? Theme.px(700) : area.width

    function clipLine(info: var): string {
        const missing = [];
        if (!info.cityProjects)
            missing.push(qsTr("市办实事"));
        if (!info.tenCampaigns)
            missing.push(qsTr("十大攻坚"));
        const first = info.answers > 0 ? qsTr("%1 章，答 %2 个重点问题").arg(info.chapters).arg(info.answers) : qsTr("%1 章").arg(info.chapters);
        return missing.length > 0 ? first + qsTr("；没有单设%1专题").arg(missing.join("、")) : first;
    }

    Column {
        id: left
        width: screen.leftWidth
        spacing: Theme.px(20)
        Eyebrow {
            text: Theme.say(screen.model.place)
            ink: Theme.tile
        }
        SerifText {
            text: Theme.say(screen.model.name)
            size: Theme.language === "en" ? Theme.t(58) : Theme.tTitle
            lead: 1.16
            width: parent.width
            wrapMode: Text.Wrap
            maximumLineCount: 2
            fontSizeMode: Text.Fit
            height: Theme.px(Theme.language === "en" ? 140 : screen.wide ? 104 : 96)
        }
        Grid {
            width: parent.width
            columns: screen.wide ? 1 : 2
            spacing: Theme.px(18)
            ClipCard {
                objectName: "play-report"
                width: screen.wide ? screen.leftWidth : Math.floor((screen.leftWidth - Theme.px(18)) / 2)
                info: screen.model.report
                title: qsTr("述职报告")
                line: screen.clipLine(screen.model.report)
                onClicked: screen.model.play("report")
            }
            ClipCard {
                objectName: "play-interview"
                width: screen.wide ? screen.leftWidth : Math.floor((screen.leftWidth - Theme.px(18)) / 2)
                info: screen.model.interview
                title: qsTr("局长访谈")
                line: qsTr("主题：%1").arg(Theme.say(screen.model.topics))
                onClicked: screen.model.play("interview")
            }
        }
    }
    PrimaryButton {
        objectName: "suggest"
        anchors.top: left.bottom
        anchors.topMargin: Theme.px(20)
        width: screen.leftWidth
        symbol: "chat"
        text: qsTr("给它提意见")
        onClicked: screen.model.suggest()
    }
    DepartmentPapers {
        model: screen.model
        x: screen.wide ? screen.leftWidth + Theme.px(48) : 0
        y: screen.wide ? Theme.px(10) : left.height + Theme.px(20) + Theme.button + Theme.px(28)
        width: screen.area.width - x
        height: screen.area.height - y - Theme.px(8)
    }
}
