pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// A form: one question per screen, perhaps a name, a review, one press to hand it in.
ScreenFrame {
    id: screen

    required property QuestionnaireModel model
    readonly property int half: Math.ceil(height / 2) - area.y + Theme.px(4)
    readonly property var troubles: ({
            "missing": model.stage === "review" ? qsTr("一题都没有答，不用交。") : qsTr("这一题请选一项，再往下走。"),
            "wrong-kind": qsTr("这一题的回答读不出来，请再答一次。"),
            "not-offered": qsTr("这一题的选项变了，请再选一次。"),
            "too-few": qsTr("至少选 %1 项。").arg(model.question.least),
            "too-many": qsTr("最多选 %1 项。先去掉一项，再选别的。").arg(model.question.most),
            "too-long": qsTr("最多写 %1 个字，请短一点。").arg(model.question.most),
            "bad-name": qsTr("称呼太长了，请短一点。"),
            "bad-phone": qsTr("电话号码不对，请看一看，或者留空。"),
            "closed": qsTr("现在不能交。您的回答还在，什么都没有用掉。"),
            "already-cast": qsTr("这份问卷已经交过了（可能在别的会场），不用再交。"),
            "changed": qsTr("这份问卷刚刚换了新版。请回到首页，重新打开它。"),
            "storage-full": qsTr("这台终端存不下了，没有交上。请用旁边的终端，或叫工作人员。"),
            "storage": qsTr("没有交上，您的回答还在。请再试一次，或叫工作人员。")
        })
    readonly property string trouble: model.trouble === "" ? "" : troubles[model.trouble] ?? troubles["storage"]

    // In large letters, what one writes, and the answers in the lower half, have the room of the title.
    title: Theme.elder && !Theme.portrait && model.stage === "question" && (model.question.kind === "text" || Theme.lowered) ? "" : model.stage === "review" ? qsTr("交出前，看一遍") : Theme.say(model.title)
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
                name: screen.model.anonymous ? "lock" : "person"
                color: Theme.ink2
                size: Theme.px(32)
                anchors.verticalCenter: parent.verticalCenter
            }
            SansText {
                text: screen.model.anonymous ? qsTr("不记名") : qsTr("可以署名")
                size: Theme.t(28)
                color: Theme.ink2
            }
        }
    ]

    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: screen.model.curtained ? curtain : screen.model.stage === "review" ? review : screen.model.stage === "contact" ? contact : question
    }
    Component {
        id: curtain
        StaffCurtain {
            half: screen.half
            where: screen.model.stage === "review" ? "" : Theme.han(qsTr("第 %1 题，共 %2 题").arg(screen.model.index + 1).arg(screen.model.count))
            headline: screen.model.stage === "review" ? qsTr("交出前，看一遍") : Theme.say(screen.model.question.text)
            guided: false
            onOpened: screen.model.drawCurtain(false)
        }
    }
    Component {
        id: question
        QuestionOne {
            model: screen.model
            trouble: screen.trouble
            half: screen.half
            frame: screen
        }
    }
    Component {
        id: contact
        QuestionContact {
            model: screen.model
        }
    }
    Component {
        id: review
        QuestionReview {
            model: screen.model
            trouble: screen.trouble
            half: screen.half
            frame: screen
        }
    }
}
