pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Six digits after the card; only dots are shown.
Item {
    id: pin

    required property SignInModel model
    required property Shell shell
    readonly property bool wide: !Theme.portrait

    Column {
        width: pin.wide ? Theme.px(900) : parent.width
        y: pin.wide ? Theme.px(40) : 0
        spacing: Theme.px(26)
        Eyebrow {
            text: qsTr("证件已认出")
        }
        SerifText {
            text: qsTr("请输入\n六位数字密码")
            size: Theme.px(80)
            lead: 1.2
        }
        SansText {
            width: parent.width
            text: pin.model.wait > 0 ? qsTr("输错多次，请等 %1 秒再试。").arg(pin.model.wait) : pin.model.refusal === "pin-wrong" ? qsTr("密码不对，请再试一次。什么都没有用掉。") : qsTr("密码印在发证信封里。\n输错五次，要等 15 秒再试。")
            size: Theme.tBody
            color: pin.model.refusal !== "" ? Theme.amber : Theme.ink2
            strong: pin.model.refusal !== ""
            wrapMode: Text.Wrap
        }
        Row {
            spacing: Theme.px(20)
            Repeater {
                model: pin.model.digitCount
                Rectangle {
                    required property int index
                    readonly property bool now: index === pin.model.digits
                    width: Theme.px(108)
                    height: Theme.px(120)
                    radius: Theme.rButton
                    color: index < pin.model.digits ? Theme.surface : Theme.mist
                    border.width: now ? Theme.px(4) : Theme.stroke
                    border.color: now ? Theme.sea : Theme.edge
                    Rectangle {
                        visible: parent.index < pin.model.digits
                        anchors.centerIn: parent
                        width: Theme.px(30)
                        height: width
                        radius: width / 2
                        color: Theme.ink
                    }
                }
            }
        }
        SecondaryButton {
            objectName: "forgot-pin"
            symbol: "staff"
            text: qsTr("忘了密码？叫工作人员")
            onClicked: pin.shell.callStaff()
        }
    }
    Card {
        level: 2
        radius: Theme.rSheet
        width: Theme.px(704)
        height: Theme.px(796)
        anchors.right: pin.wide ? parent.right : undefined
        anchors.horizontalCenter: pin.wide ? undefined : parent.horizontalCenter
        y: pin.wide ? Theme.px(4) : parent.height - height - Theme.px(20)
        Grid {
            anchors.centerIn: parent
            columns: 3
            spacing: Theme.px(12)
            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "clear", "0", "erase"]
                PinKey {
                    required property string modelData
                    objectName: "pin-" + modelData
                    func: modelData.length > 1
                    symbol: modelData === "erase" ? "backspace" : ""
                    text: modelData === "clear" ? qsTr("清空") : modelData === "erase" ? qsTr("删除") : modelData
                    enabled: pin.model.wait === 0 && !pin.model.busy
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
