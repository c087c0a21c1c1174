pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// A card that was not accepted: why, that nothing is lost, and what to do now.
Item {
    id: refused

    required property SignInModel model
    required property Shell shell
    required property int half
    readonly property bool wide: !Theme.portrait
    readonly property bool low: Theme.lowered
    readonly property bool arched: wide && !low
    readonly property int bodyX: arched ? Theme.px(640) : 0
    readonly property int bodyWidth: low && wide ? Theme.px(1120) : width - bodyX
    readonly property string what: cases[model.refusal] === undefined ? "storage" : model.refusal
    // What is the matter, what that means, its sign, its name for staff, and the next step: staff or another try.
    readonly property var cases: ({
            "not-ours": [qsTr("这不是代表证"), qsTr("扫到的是别的二维码。请出示印着“市民代表证”的卡片或手机图片。"), "help", qsTr("不是活动的二维码"), ""],
            "damaged": [qsTr("没有看清这张证"), qsTr("二维码可能脏了、折了或没有拍全。擦一擦，放平，再试一次。"), "eyeoff", qsTr("二维码不完整"), ""],
            "forged": [qsTr("这张证不是活动发的"), qsTr("二维码里的签名对不上。请把证交给工作人员看一看。"), "warn", qsTr("签名不符"), qsTr("叫工作人员来看")],
            "other-campaign": [qsTr("这是另一次活动的证"), qsTr("请用今年发的代表证。"), "calendar", qsTr("不是今年的证"), ""],
            "expired": [qsTr("这张代表证过期了"), qsTr("有效期到 %1。换一张新的就能用。").arg(Theme.say(model.validUntil)), "clock", qsTr("证件过期"), qsTr("叫工作人员换证")],
            "revoked": [qsTr("这张证已经停用"), qsTr("请工作人员帮您查一查，补一张新证。"), "close", qsTr("证件停用"), qsTr("叫工作人员补证")],
            "replaced": [qsTr("这张证已经换过新的"), qsTr("请用后来发的那一张。找不到，就叫工作人员。"), "sync", qsTr("证件已换新"), ""],
            "wrong-role": [qsTr("这里要用另一种证"), qsTr("请换一张证，或叫工作人员。"), "person", qsTr("证件种类不符"), ""],
            "pin-wrong": [qsTr("密码不对"), qsTr("请再试一次。"), "lock", qsTr("密码不对"), ""],
            "pin-wait": [qsTr("请稍等再试"), qsTr("这张证输错密码多次，请等 %1 秒，到时可以再试。").arg(model.wait), "clock", qsTr("密码等待"), qsTr("叫工作人员")],
            "pin-locked": [qsTr("这张证暂时锁住了"), qsTr("密码输错太多次。请工作人员帮您解锁。"), "lock", qsTr("密码锁住"), qsTr("叫工作人员解锁")],
            "no-content": [qsTr("评议票还没有到"), qsTr("请过一会儿再来，或叫工作人员。"), "inbox", qsTr("没有内容包"), qsTr("叫工作人员")],
            "storage": [qsTr("现在签不了到"), qsTr("这台终端出了点问题。请用旁边的终端，或叫工作人员。"), "disk", qsTr("存储故障"), qsTr("叫工作人员")]
        })
    readonly property var now: cases[what]
    readonly property bool staffFirst: now[4] !== ""

    SignInBay {
        visible: height > Theme.px(240)
        arch: refused.arched
        sign: refused.now[2]
        x: refused.low && refused.wide ? refused.width - width : 0
        y: refused.arched ? Theme.px(8) : refused.low && refused.wide ? 0 : refused.low ? words.height + Theme.px(36) : acts.y + acts.height + Theme.px(44)
        width: refused.arched ? Theme.px(556) : refused.low && refused.wide ? Theme.px(600) : refused.width
        height: refused.arched ? refused.height - Theme.px(52) : (refused.low ? refused.half - Theme.px(36) : refused.height - Theme.px(40)) - y
    }
    Column {
        id: words
        x: refused.bodyX
        y: Theme.px(refused.arched ? 40 : 0)
        width: refused.bodyWidth
        spacing: Theme.px(24)
        Eyebrow {
            text: qsTr("签到")
        }
        FittingText {
            width: parent.width
            text: refused.now[0]
            largest: Theme.tTitle
            room: Theme.px(200)
            lead: 1.2
        }
        SansText {
            width: parent.width
            text: Theme.han(refused.now[1])
            size: Theme.tLead
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
        Rectangle {
            width: parent.width
            height: safe.implicitHeight + Theme.px(refused.low && refused.wide ? 32 : 44)
            radius: Theme.rButton
            color: Theme.mint
            border.width: Theme.highContrast ? Theme.stroke : 0
            border.color: Theme.ink
            Icon {
                x: Theme.px(32)
                name: "checkc"
                color: Theme.pine
                size: Theme.px(44)
                anchors.verticalCenter: parent.verticalCenter
            }
            SansText {
                id: safe
                x: Theme.px(100)
                width: parent.width - x - Theme.px(20)
                anchors.verticalCenter: parent.verticalCenter
                text: refused.model.atCasting ? qsTr("没有投出，什么都没有用掉。刚才选的已经清除。") : qsTr("您的评议机会还在，什么都没有用掉。")
                strong: true
                color: Theme.pine
                wrapMode: Text.Wrap
            }
        }
    }
    Column {
        id: acts
        readonly property int spread: refused.low && refused.wide ? refused.width : refused.bodyWidth
        readonly property int two: refused.wide ? Math.floor((spread - Theme.s4) / 2) : spread
        x: refused.low ? 0 : refused.bodyX
        y: refused.low ? refused.half : words.y + words.height + Theme.px(36)
        width: spread
        spacing: Theme.s4
        Flow {
            width: parent.width
            spacing: Theme.s4
            layoutDirection: Qt.LeftToRight
            PrimaryButton {
                objectName: refused.staffFirst ? "call-staff" : "again"
                width: acts.two
                height: refused.low && refused.wide ? Theme.px(110) : Theme.hero
                symbol: refused.staffFirst ? "staff" : "card"
                text: refused.staffFirst ? refused.now[4] : qsTr("换一张证再试")
                onClicked: refused.staffFirst ? refused.shell.callStaff() : refused.model.again()
            }
            SecondaryButton {
                objectName: refused.staffFirst ? "again" : "call-staff"
                width: acts.two
                height: refused.low && refused.wide ? Theme.px(110) : Theme.hero
                symbol: refused.staffFirst ? "card" : "staff"
                text: refused.staffFirst ? qsTr("换一张证再试") : qsTr("叫工作人员")
                onClicked: refused.staffFirst ? refused.model.again() : refused.shell.callStaff()
            }
        }
        Flow {
            visible: !Theme.elder
            width: parent.width
            spacing: Theme.px(20)
            readonly property int three: Math.floor((width - 2 * spacing) / 3)
            SecondaryButton {
                objectName: "watch-first"
                width: parent.three
                ink: Theme.ink
                symbol: "play"
                text: qsTr("先看报告")
                onClicked: refused.model.goTo("departments")
            }
            SecondaryButton {
                objectName: "suggest-first"
                width: parent.three
                ink: Theme.ink
                symbol: "chat"
                text: qsTr("先提意见")
                onClicked: refused.model.goTo("suggest")
            }
            SecondaryButton {
                objectName: "home-again"
                width: parent.three
                ink: Theme.ink
                symbol: "home"
                text: qsTr("回首页")
                onClicked: refused.shell.home()
            }
        }
        Row {
            spacing: Theme.px(14)
            topPadding: Theme.px(12)
            width: parent.width
            Icon {
                id: info
                name: "info"
                color: Theme.ink2
                size: Theme.px(32)
                anchors.verticalCenter: staff.verticalCenter
            }
            SansText {
                id: staff
                width: parent.width - info.width - parent.spacing
                text: Theme.han(qsTr("给工作人员看：%1 · %2").arg(refused.now[3]).arg(Theme.say(refused.model.kioskName)))
                size: Theme.tMin
                lead: 1.35
                color: Theme.ink2
                wrapMode: Text.Wrap
            }
        }
    }
}
