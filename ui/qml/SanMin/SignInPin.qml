pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Six digits after the card; only dots are shown.
Item {
    id: pin

    required property SignInModel model
    required property Shell shell
    required property int half
    readonly property bool wide: !Theme.portrait
    readonly property bool low: Theme.lowered
    readonly property bool flat: low && wide
    readonly property bool waiting: model.wait > 0
    readonly property int gap: Theme.s2
    readonly property int columns: flat ? 6 : 3
    readonly property var keys: flat ? ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "clear", "erase"] : ["1", "2", "3", "4", "5", "6", "7", "8", "9", "clear", "0", "erase"]
    readonly property string trouble: waiting ? qsTr("输错多次，请等 %1 秒再试。什么都没有用掉。").arg(model.wait) : model.refusal === "pin-wrong" ? qsTr("密码不对，请再试一次。什么都没有用掉。") : ""

    Column {
        id: words
        width: pin.wide && !pin.flat ? Theme.px(940) : parent.width
        y: Theme.px(pin.wide && !pin.flat ? 46 : 0)
        spacing: Theme.px(pin.flat ? 16 : 28)
        Eyebrow {
            text: qsTr("证件已认出")
        }
        SerifText {
            width: parent.width
            text: pin.flat || !pin.wide ? qsTr("请输入六位数字密码") : qsTr("请输入\n六位数字密码")
            size: Theme.px((pin.flat ? 68 : 80) * (Theme.language === "en" ? 0.88 : 1))
            lead: 1.2
            wrapMode: Text.Wrap
        }
        Item {
            width: parent.width
            height: Math.max(rule.visible ? rule.implicitHeight : 0, trouble.visible ? trouble.implicitHeight : 0)
            SansText {
                id: rule
                visible: !trouble.visible
                width: parent.width
                text: Theme.han(qsTr("密码印在发证信封里。\n输错 %1 次，要等 %2 秒再试。").arg(pin.model.pinRule.tries).arg(pin.model.pinRule.seconds))
                size: Theme.tBody
                color: Theme.ink2
                wrapMode: Text.Wrap
            }
            Trouble {
                id: trouble
                objectName: "trouble"
                width: parent.width
                text: pin.trouble
            }
        }
        Row {
            spacing: Theme.px(20)
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("已输入 %1 位").arg(pin.model.digits)
            Repeater {
                model: pin.model.digitCount
                Rectangle {
                    id: box
                    required property int index
                    readonly property bool now: index === pin.model.digits && !pin.waiting
                    width: Theme.px(108)
                    height: Theme.px(pin.flat ? 96 : 120)
                    radius: Theme.rButton
                    color: index < pin.model.digits || now ? Theme.surface : Theme.mist
                    border.width: now ? Theme.px(4) : Theme.stroke
                    border.color: now ? Theme.sea : Theme.edge
                    Rectangle {
                        visible: box.index < pin.model.digits
                        anchors.centerIn: parent
                        width: Theme.px(30)
                        height: width
                        radius: width / 2
                        color: Theme.ink
                    }
                    Rectangle {
                        visible: box.now
                        anchors.centerIn: parent
                        width: Theme.px(4)
                        height: Theme.px(52)
                        color: Theme.tile
                    }
                }
            }
        }
    }
    SecondaryButton {
        id: forgot
        objectName: "forgot-pin"
        x: pin.flat ? pin.width - width : 0
        y: pin.flat ? pad.y + pad.height + pin.gap : words.y + words.height + Theme.px(44)
        height: Theme.px(Theme.elder ? 112 : pin.flat ? 80 : 96)
        visible: !(pin.low && !pin.wide)
        symbol: "staff"
        text: Theme.elder ? qsTr("忘了密码，叫人") : qsTr("忘了密码？叫工作人员")
        onClicked: pin.shell.callStaff()
    }
    Card {
        id: pad
        readonly property int rows: pin.keys.length / pin.columns
        readonly property int inset: Theme.px(pin.flat ? 0 : 32)
        readonly property int keyWidth: Math.floor((width - 2 * inset - (pin.columns - 1) * pin.gap) / pin.columns)
        readonly property int keyHeight: Math.floor((height - 2 * inset - (rows - 1) * pin.gap) / rows)
        level: 2
        radius: Theme.rSheet
        color: pin.flat ? "transparent" : Theme.surface
        border.width: Theme.highContrast && !pin.flat ? Theme.stroke : 0
        width: pin.flat ? pin.width : Theme.px(pin.wide ? 704 : 760)
        height: pin.flat ? pin.height - y - forgot.height - pin.gap - Theme.px(8) : Theme.px(pin.wide ? 796 : 740)
        x: pin.flat ? 0 : pin.wide ? pin.width - width : Math.round((pin.width - width) / 2)
        y: pin.flat ? pin.half : pin.wide ? Theme.px(4) : pin.low ? pin.height - height - Theme.px(16) : Math.min(pin.height - height - Theme.px(40), words.y + words.height + Theme.px(260))
        Grid {
            x: pad.inset
            y: pad.inset
            columns: pin.columns
            spacing: pin.gap
            Repeater {
                model: pin.keys
                PinKey {
                    required property string modelData
                    objectName: "pin-" + modelData
                    width: pad.keyWidth
                    height: pad.keyHeight
                    func: modelData.length > 1
                    text: modelData === "clear" ? qsTr("清空") : modelData === "erase" ? qsTr("删除") : modelData
                    enabled: !pin.waiting && !pin.model.busy
                    onClicked: {
                        if (modelData === "clear")
                            pin.model.clearPin();
                        else if (modelData === "erase")
                            pin.model.eraseDigit();
                        else
                            pin.model.typeDigit(modelData);
                    }
                }
            }
        }
    }
}
