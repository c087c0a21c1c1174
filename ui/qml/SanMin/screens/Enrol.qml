pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// The first screen of a new machine: which centre it belongs to, and the code that makes it a kiosk.
ScreenFrame {
    id: screen

    required property EnrolModel model
    readonly property bool wide: !Theme.portrait && !Theme.lowered
    readonly property bool strip: !Theme.portrait && Theme.lowered // keys in the lower half: only what is written is shown above
    readonly property var troubles: ({
            "bad-code": qsTr("注册码一共二十位，请对着注册单再看一遍。"),
            "unknown-code": qsTr("中心没有这个注册码，请对着注册单再看一遍。"),
            "used-code": qsTr("这个注册码用过了，请向组织方领一个新的。"),
            "expired-code": qsTr("这个注册码过期了，请向组织方领一个新的。"),
            "unreachable": qsTr("连不上中心，请检查网线和地址。"),
            "timed-out": qsTr("网太慢，中心没有及时应答。请再试一次。"),
            "cut-short": qsTr("网断了一下，没有收完。请再试一次。"),
            "tls": qsTr("中心的证书对不上，请检查地址和这台终端的时间。"),
            "busy": qsTr("中心正忙，请过一会儿再试。"),
            "too-many-codes": qsTr("输错的注册码太多，请过一会儿再试。"),
            "not-found": qsTr("那里没有中心。地址后面不要带别的。"),
            "not-the-server": qsTr("应答的不是中心，请检查地址和注册码。"),
            "captive-portal": qsTr("网络要先登录。请让会场的网络放行这台终端。"),
            "too-much": qsTr("应答的不是中心，请检查地址和注册码。"),
            "plain-http": qsTr("地址要以 https:// 开头。"),
            "bad-address": qsTr("这不像一个地址，例如 https://sanmin.example。"),
            "already-enrolled": qsTr("这台终端已经注册过了，请重新开机。"),
            "storage-full": qsTr("硬盘满了，记不下来。请找技术支持。"),
            "storage-damaged": qsTr("硬盘上的旧文件坏了。请找技术支持。"),
            "disk": qsTr("硬盘写不进去。请找技术支持。")
        })
    readonly property bool troubled: said !== ""
    readonly property string said: model.trouble === "" ? "" : troubles[model.trouble] ?? qsTr("没有注册成。请把这个代码告诉技术支持：%1").arg(model.trouble)

    title: qsTr("三民活动终端")
    showBack: false
    showHome: false
    showSettings: false
    lowHorizon: true
    headerItems: [
        StartSettings {
            shell: screen.shell
        }
    ]

    // Places are bound, not laid out by a Column: a longer sentence moves what is below it in the same frame.
    Item {
        id: left
        readonly property int gap: Theme.px(screen.wide ? 24 : 28)
        width: screen.wide ? Theme.px(776) : parent.width
        y: Theme.px(screen.wide ? 20 : Theme.portrait ? 24 : 0)
        Eyebrow {
            id: eyebrow
            visible: !Theme.elder && !screen.strip
            text: qsTr("新终端")
        }
        SerifText {
            id: headline
            y: eyebrow.visible ? eyebrow.height + left.gap : 0
            width: parent.width
            text: qsTr("注册这台终端")
            size: Theme.px((screen.wide ? 72 : 76) * (Theme.language === "en" ? 0.86 : 1))
            wrapMode: Text.Wrap
        }
        // What to do, or what went wrong, in the same place: nothing moves.
        Rectangle {
            id: notice
            y: headline.y + headline.height + left.gap
            width: parent.width
            height: hint.implicitHeight + (screen.troubled ? Theme.px(36) : 0)
            radius: Theme.rButton
            color: screen.troubled ? Theme.sand : "transparent"
            border.width: screen.troubled && Theme.highContrast ? Theme.stroke : 0
            Icon {
                x: Theme.px(24)
                visible: screen.troubled
                name: "warn"
                color: Theme.amber
                size: Theme.px(44)
                anchors.verticalCenter: parent.verticalCenter
            }
            SansText {
                id: hint
                objectName: "hint"
                x: screen.troubled ? Theme.px(92) : 0
                width: parent.width - x - (screen.troubled ? Theme.px(24) : 0)
                anchors.verticalCenter: parent.verticalCenter
                text: Theme.han(screen.troubled ? screen.said : screen.model.hasCamera ? qsTr("输入注册单上的注册码，或把单子举到镜头前。") : qsTr("输入注册单上的注册码，或用扫码枪扫它的二维码。"))
                size: Theme.t(30)
                color: screen.troubled ? Theme.amber : Theme.ink2
                strong: screen.troubled
                wrapMode: Text.Wrap
            }
        }
        Column {
            id: where
            visible: !screen.strip || screen.model.typingAddress
            y: notice.y + notice.height + left.gap
            width: parent.width
            spacing: Theme.px(8)
            SansText {
                text: qsTr("中心地址")
                size: Theme.tMin
                strong: true
                color: Theme.sea
            }
            Rectangle {
                width: parent.width
                height: Theme.px(Theme.elder ? 96 : 84)
                radius: Theme.rKey
                color: Theme.surface
                border.width: screen.model.typingAddress ? Theme.px(4) : Theme.stroke
                border.color: screen.model.typingAddress ? Theme.sea : Theme.edge
                SansText {
                    objectName: "address"
                    x: Theme.px(24)
                    width: parent.width - 2 * x
                    height: parent.height
                    text: screen.model.address + (screen.model.typingAddress ? "▏" : "")
                    size: Theme.t(34)
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.tMin
                    elide: Text.ElideLeft
                }
            }
        }
        Column {
            visible: !screen.strip || !screen.model.typingAddress
            y: screen.strip ? where.y : where.y + where.height + left.gap
            width: parent.width
            spacing: Theme.px(8)
            SansText {
                text: qsTr("注册码")
                size: Theme.tMin
                strong: true
                color: Theme.sea
            }
            EnrolCode {
                objectName: "code"
                width: parent.width
                model: screen.model
            }
        }
    }
    EnrolPad {
        model: screen.model
        width: screen.wide ? Theme.px(936) : parent.width
        height: screen.wide ? Math.min(parent.height - Theme.px(40), Theme.px(800)) : Theme.lowered && !Theme.portrait ? Theme.px(340) : Math.min(Theme.px(760), Theme.lowered ? parent.height + parent.y - Math.ceil(screen.height / 2) - Theme.px(20) : parent.height)
        anchors.right: parent.right
        y: screen.wide ? Theme.px(10) : parent.height - height - Theme.px(16)
    }
}
