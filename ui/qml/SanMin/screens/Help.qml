pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// Help: call a person, three short answers, and the way out.
ScreenFrame {
    id: screen

    required property QtObject model
    readonly property bool wide: !Theme.portrait

    title: qsTr("帮助")
    showSettings: false

    Column {
        width: parent.width
        spacing: Theme.px(28)
        PrimaryButton {
            objectName: "call-staff"
            width: parent.width
            height: Theme.px(150)
            size: Theme.px(52)
            symbol: "staff"
            text: screen.shell.helpCalled ? qsTr("已经叫了，请稍等") : qsTr("请工作人员来帮我")
            onClicked: screen.shell.callStaff()
        }
        Grid {
            id: answers
            width: parent.width
            columns: screen.wide ? 3 : 1
            spacing: Theme.px(24)
            Repeater {
                model: [[qsTr("要登录吗？"), qsTr("看报告、查问题、提意见都不用登录。只有市民代表作评议要带代表证。"), "person"], [qsTr("会记下我是谁吗？"), qsTr("不会。提意见可以不留姓名；评议不记名，谁也查不到您选了什么。"), "lock"], [qsTr("按错了怎么办？"), qsTr("点“返回”就行。没有提交、没有投出之前，什么都可以改。"), "back"]]
                NoteCard {
                    required property var modelData
                    width: Math.floor((answers.width - (answers.columns - 1) * answers.spacing) / answers.columns)
                    height: screen.wide ? Math.max(implicitHeight, Theme.px(Theme.elder ? 430 : 300)) : implicitHeight
                    symbol: modelData[2]
                    title: modelData[0]
                    line: modelData[1]
                }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.px(24)
            SecondaryButton {
                objectName: "open-display"
                symbol: "textsize"
                text: qsTr("字太小？调大一些")
                height: Theme.px(110)
                onClicked: screen.shell.go("display")
            }
            SecondaryButton {
                objectName: "end-visit"
                symbol: "power"
                text: qsTr("我用完了，清掉我的内容")
                height: Theme.px(110)
                onClicked: screen.shell.endVisit()
            }
        }
    }
}
