pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The home screen in large type with everything touchable in the lower half: the bay above, four acts, help, settings.
Item {
    id: home

    required property Shell shell
    required property HomeModel model
    readonly property bool wide: !Theme.portrait
    readonly property int inner: width - 2 * Theme.margin
    readonly property int gap: Theme.px(16)
    readonly property int line: Theme.px(wide ? 106 : 112)
    readonly property int half: Math.ceil(height / 2) + Theme.px(8)
    readonly property var acts: [["departments", "play", qsTr("看报告")], ["suggest", "chat", qsTr("提意见")], ["follow", "qr", qsTr("查我的意见")], ["rate", "ballot", qsTr("作评议")]]

    function across(count: int): int {
        return Math.floor((inner - (count - 1) * gap) / count);
    }

    Shore {
        visible: !Theme.highContrast
        width: parent.width
        height: home.half - Theme.px(20)
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
        y: Theme.px(home.wide ? 220 : 240)
        width: home.wide ? Theme.px(950) : home.inner
        text: qsTr("您想做什么？")
        size: Theme.px((home.wide ? 84 : 96) * (Theme.language === "en" ? 0.86 : 1))
        wrapMode: Text.Wrap
        lead: 1.2
    }
    Column {
        x: Theme.margin
        y: home.half
        spacing: home.gap
        Grid {
            columns: home.wide ? 4 : 2
            spacing: home.gap
            Repeater {
                model: home.acts
                SecondaryButton {
                    required property var modelData
                    objectName: "door-" + modelData[0]
                    width: home.across(home.wide ? 4 : 2)
                    height: Theme.px(home.wide ? 140 : 150)
                    side: Theme.px(16)
                    size: Theme.px(50)
                    symbol: modelData[1]
                    text: modelData[2]
                    enabled: !home.model.empty || modelData[0] === "follow"
                    onClicked: home.model.enter(modelData[0])
                }
            }
        }
        Grid {
            columns: home.wide ? 2 : 1
            spacing: home.gap
            PrimaryButton {
                objectName: "call-staff"
                symbol: "staff"
                text: home.shell.helpCalled ? qsTr("不用来了") : qsTr("请人帮我")
                size: Theme.px(50)
                width: home.across(home.wide ? 2 : 1)
                height: home.line
                onClicked: home.shell.helpCalled ? home.shell.callOff() : home.shell.callStaff()
            }
            SecondaryButton {
                objectName: home.model.released ? "door-results" : "door-problems"
                symbol: home.model.released ? "ballot" : "flag"
                text: home.model.released ? qsTr("评议结果") : qsTr("重点问题")
                width: home.across(home.wide ? 2 : 1)
                height: home.line
                enabled: !home.model.empty
                onClicked: home.model.enter(home.model.released ? "results" : "problems")
            }
        }
        Grid {
            columns: home.wide ? 4 : 2
            spacing: home.gap
            QuietButton {
                objectName: "setting-language"
                width: home.across(home.wide ? 4 : 2)
                height: home.line
                symbol: "lang"
                text: Theme.language === "zh" ? "English" : "中文"
                onClicked: home.shell.toggleLanguage()
            }
            QuietButton {
                objectName: "setting-elder"
                width: home.across(home.wide ? 4 : 2)
                height: home.line
                symbol: "textsize"
                text: qsTr("回到普通版")
                onClicked: home.shell.toggleElder()
            }
            QuietButton {
                objectName: "setting-contrast"
                width: home.across(home.wide ? 4 : 2)
                height: home.line
                symbol: "contrast"
                text: qsTr("高对比")
                chosen: Theme.highContrast
                onClicked: home.shell.toggleContrast()
            }
            QuietButton {
                objectName: "setting-lowered"
                width: home.across(home.wide ? 4 : 2)
                height: home.line
                symbol: "raise"
                text: qsTr("按钮上移")
                onClicked: home.shell.toggleLowered()
            }
        }
    }
}
