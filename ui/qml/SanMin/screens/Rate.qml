pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// Rating one session's departments: one per screen or a list, then the review.
ScreenFrame {
    id: screen

    required property RateModel model
    readonly property var troubles: ({
            "closed": qsTr("现在不能投票。您的选择还在，什么都没有用掉。"),
            "already-cast": qsTr("有的部门已经评过了（可能在别的会场），不用再评。其余的请再看一遍，然后投出。"),
            "storage-full": qsTr("这台终端存不下了，没有投出。请用旁边的终端，或叫工作人员。"),
            "storage": qsTr("没有投出，您的选择还在。请再试一次，或叫工作人员。")
        })
    readonly property int half: Math.ceil(height / 2) - area.y + Theme.px(4)
    readonly property string trouble: model.trouble === "" ? "" : troubles[model.trouble] ?? troubles["storage"]

    title: model.stage === "review" ? qsTr("投出前，看一遍") : Theme.han(qsTr("评%1").arg(Theme.say(model.sessionName)))
    showHome: false
    headerItems: [
        QuietButton {
            objectName: "draw-curtain"
            visible: screen.model.helped && !screen.model.curtained
            symbol: "eyeoff"
            text: qsTr("拉上帘子")
            onClicked: screen.model.drawCurtain(true)
        },
        Row {
            spacing: Theme.px(10)
            visible: !Theme.elder
            Icon {
                name: "lock"
                color: Theme.ink2
                size: Theme.px(32)
                anchors.verticalCenter: parent.verticalCenter
            }
            SansText {
                text: qsTr("不记名")
                size: Theme.t(28)
                color: Theme.ink2
            }
        }
    ]

    Loader {
        anchors.fill: parent
        active: screen.model.ready && screen.model.count > 0
        sourceComponent: screen.model.curtained ? curtain : screen.model.stage === "review" ? review : screen.model.stage === "list" && !Theme.elder ? list : one
    }
    QuietState {
        visible: screen.model.ready && screen.model.count === 0
        width: parent.width
        y: Theme.lowered ? screen.half : 0
        title: qsTr("这一场都评过了")
        message: qsTr("谢谢您。别的场次开始后再来，或者看看报告。")
        SecondaryButton {
            objectName: "watch-reports"
            symbol: "play"
            text: qsTr("看看报告")
            onClicked: screen.shell.go("departments")
        }
    }
    QuietState {
        visible: !screen.model.ready && screen.trouble !== ""
        width: parent.width
        y: Theme.lowered ? screen.half : 0
        trouble: true
        title: qsTr("现在评不了")
        message: screen.trouble
        SecondaryButton {
            objectName: "call-staff"
            symbol: "staff"
            text: qsTr("叫工作人员")
            onClicked: screen.shell.callStaff()
        }
    }
    Component {
        id: curtain
        StaffCurtain {
            half: screen.half
            where: Theme.han(screen.model.stage === "review" ? qsTr("%1 个已选，%2 个留空").arg(screen.model.chosenCount).arg(screen.model.count - screen.model.chosenCount) : qsTr("第 %1 个，共 %2 个").arg(screen.model.index + 1).arg(screen.model.count))
            headline: screen.model.stage === "review" ? qsTr("投出前，看一遍") : Theme.say(screen.model.department.name)
            guided: screen.model.stage !== "review"
            first: screen.model.index === 0
            onwards: screen.model.index + 1 < screen.model.count ? qsTr("下一个") : qsTr("核对")
            onOpened: screen.model.drawCurtain(false)
            onBackward: screen.model.backward()
            onForward: screen.model.forward()
        }
    }
    Component {
        id: one
        RateOne {
            frame: screen
            half: screen.half
            model: screen.model
        }
    }
    Component {
        id: list
        RateList {
            frame: screen
            half: screen.half
            model: screen.model
        }
    }
    Component {
        id: review
        RateReview {
            frame: screen
            half: screen.half
            model: screen.model
            trouble: screen.trouble
        }
    }
}
