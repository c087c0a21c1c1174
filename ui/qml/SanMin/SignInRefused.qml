pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// A card that was not accepted: why, that nothing is lost, and what to do now.
Item {
    id: refused

    required property SignInModel model
    required property Shell shell
    readonly property bool wide: !Theme.portrait
    readonly property int bodyX: wide ? Theme.px(640) : 0
    readonly property var titles: ({
            "not-ours": qsTr("这不是代表证"),
            "damaged": qsTr("没有看清这张证"),
            "forged": qsTr("这张证不是活动发的"),
            "other-campaign": qsTr("这是另一次活动的证"),
            "expired": qsTr("这张代表证过期了"),
            "revoked": qsTr("这张证已经停用"),
            "replaced": qsTr("这张证已经换过新的"),
            "wrong-role": qsTr("这里要用另一种证"),
            "pin-wrong": qsTr("密码不对"),
            "pin-wait": qsTr("请稍等再试"),
            "pin-locked": qsTr("这张证暂时锁住了"),
            "no-content": qsTr("评议票还没有到"),
            "storage": qsTr("现在签不了到")
        })
    readonly property var lines: ({
            "not-ours": qsTr("扫到的是别的二维码。请出示印着“市民代表证”的卡片或手机图片。"),
            "damaged": qsTr("二维码可能脏了、折了或没有拍全。擦一擦，放平，再试一次。"),
            "forged": qsTr("二维码里的签名对不上。请把证交给工作人员看一看。"),
            "other-campaign": qsTr("请用今年发的代表证。"),
            "expired": qsTr("有效期到 %1。换一张新的就能用。").arg(Theme.say(model.validUntil)),
            "revoked": qsTr("请工作人员帮您查一查，补一张新证。"),
            "replaced": qsTr("请用后来发的那一张。找不到，就叫工作人员。"),
            "wrong-role": qsTr("请换一张证，或叫工作人员。"),
            "pin-wrong": qsTr("请再试一次。"),
            "pin-wait": qsTr("输错次数多了，请等 %1 秒。").arg(model.wait),
            "pin-locked": qsTr("密码输错太多次。请工作人员帮您解锁。"),
            "no-content": qsTr("请过一会儿再来，或叫工作人员。"),
            "storage": qsTr("这台终端出了点问题。请用旁边的终端，或叫工作人员。")
        })

    Rectangle {
        visible: refused.wide && !Theme.highContrast
        width: Theme.px(556)
        height: parent.height - Theme.px(20)
        topLeftRadius: width / 2
        topRightRadius: width / 2
        bottomLeftRadius: Theme.rCard
        bottomRightRadius: Theme.rCard
        color: Theme.mist
        Image {
            anchors.fill: parent
            anchors.topMargin: Theme.px(60)
            source: Qt.resolvedUrl("../../../assets/scenery/door-rate@1.5x.png")
            fillMode: Image.PreserveAspectFit
            verticalAlignment: Image.AlignBottom
        }
    }
    Column {
        x: refused.bodyX
        y: refused.wide ? Theme.px(50) : 0
        width: parent.width - x
        spacing: Theme.px(26)
        Eyebrow {
            text: qsTr("签到")
        }
        SerifText {
            width: parent.width
            text: refused.titles[refused.model.refusal] ?? refused.titles["storage"]
            size: Theme.tTitle
            wrapMode: Text.Wrap
        }
        SansText {
            width: parent.width
            text: refused.lines[refused.model.refusal] ?? refused.lines["storage"]
            size: Theme.tLead
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
        Rectangle {
            width: parent.width
            height: safe.implicitHeight + Theme.px(44)
            radius: Theme.rButton
            color: Theme.mint
            border.width: Theme.highContrast ? Theme.stroke : 0
            Icon {
                x: Theme.px(32)
                name: "checkc"
                color: Theme.pine
                size: Theme.px(44)
                anchors.verticalCenter: parent.verticalCenter
            }
            SansText {
                id: safe
                x: Theme.px(96)
                width: parent.width - x - Theme.px(20)
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("您的评议机会还在，什么都没有用掉。")
                strong: true
                color: Theme.pine
                wrapMode: Text.Wrap
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.s4
            PrimaryButton {
                objectName: "call-staff"
                width: refused.wide ? Math.floor((parent.width - Theme.s4) / 2) : parent.width
                height: Theme.hero
                symbol: "staff"
                text: qsTr("叫工作人员")
                onClicked: refused.shell.callStaff()
            }
            SecondaryButton {
                objectName: "again"
                width: refused.wide ? Math.floor((parent.width - Theme.s4) / 2) : parent.width
                height: Theme.hero
                symbol: "card"
                text: qsTr("换一张证再试")
                onClicked: refused.model.again()
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.s2
            SecondaryButton {
                objectName: "watch-first"
                symbol: "play"
                text: qsTr("先看报告")
                onClicked: refused.model.goTo("departments")
            }
            SecondaryButton {
                objectName: "suggest-first"
                symbol: "chat"
                text: qsTr("先提意见")
                onClicked: refused.model.goTo("suggest")
            }
            SecondaryButton {
                objectName: "home-again"
                symbol: "home"
                text: qsTr("回首页")
                onClicked: refused.shell.home()
            }
        }
        Row {
            spacing: Theme.px(14)
            Icon {
                name: "info"
                color: Theme.ink2
                size: Theme.px(32)
                anchors.verticalCenter: parent.verticalCenter
            }
            SansText {
                text: Theme.han(qsTr("给工作人员看：%1 · %2").arg(refused.model.refusal).arg(refused.model.kioskName))
                size: Theme.tMin
                color: Theme.ink2
            }
        }
    }
}
