pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The code of a receipt: ten boxes and a keypad, or the scanner.
Item {
    id: ask

    required property FollowModel model
    readonly property bool wide: !Theme.portrait
    readonly property int leftWidth: wide ? Theme.px(760) : width
    readonly property var troubles: ({
            "bad-check": qsTr("有一个字好像不对，请对着回执再看一遍。"),
            "bad-character": qsTr("这不像回执上的码，请对着回执再看一遍。"),
            "too-short": qsTr("回执码一共十位，还差几位。"),
            "too-long": qsTr("回执码一共十位，多了几位。"),
            "unknown": qsTr("这里还没有这张回执的消息。今天刚提的，可能还在路上，请过几天再来。"),
            "storage": qsTr("现在查不了，请叫工作人员。")
        })

    Column {
        width: ask.leftWidth
        spacing: Theme.px(22)
        SerifText {
            width: parent.width
            text: qsTr("请输入回执码")
            size: Theme.tTitle
        }
        SansText {
            width: parent.width
            text: qsTr("十个字母和数字，印在回执上。也可以把回执的二维码对准扫码枪。")
            size: Theme.tBody
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
        Row {
            spacing: Theme.px(8)
            Repeater {
                model: 10
                Rectangle {
                    required property int index
                    readonly property string letter: ask.model.typed.replace(/-/g, "").charAt(index)
                    readonly property bool now: index === 10 - ask.model.missing
                    width: Math.floor((ask.leftWidth - 9 * Theme.px(8) - 2 * Theme.px(14)) / 10) + (index === 3 || index === 7 ? 0 : 0)
                    height: Theme.px(96)
                    radius: Theme.px(14)
                    color: letter === "" ? Theme.mist : Theme.surface
                    border.width: now ? Theme.px(4) : Theme.stroke
                    border.color: now ? Theme.sea : Theme.edge
                    SerifText {
                        anchors.centerIn: parent
                        text: parent.letter
                        size: Theme.t(48)
                    }
                }
            }
        }
        Rectangle {
            visible: ask.model.trouble !== ""
            width: parent.width
            height: troubleWords.implicitHeight + Theme.px(40)
            radius: Theme.rButton
            color: Theme.sand
            border.width: Theme.highContrast ? Theme.stroke : 0
            Icon {
                x: Theme.px(24)
                name: "warn"
                color: Theme.amber
                size: Theme.px(44)
                anchors.verticalCenter: parent.verticalCenter
            }
            SansText {
                id: troubleWords
                x: Theme.px(92)
                width: parent.width - x - Theme.px(24)
                anchors.verticalCenter: parent.verticalCenter
                text: ask.model.trouble === "" ? "" : ask.troubles[ask.model.trouble] ?? ask.troubles["storage"]
                color: Theme.amber
                strong: true
                wrapMode: Text.Wrap
            }
        }
        SansText {
            visible: Theme.say(ask.model.asOf) !== ""
            text: Theme.han(qsTr("状态截至 %1").arg(Theme.say(ask.model.asOf)))
            size: Theme.tMin
            color: Theme.ink2
        }
    }
    Card {
        level: 2
        radius: Theme.rSheet
        width: ask.wide ? Theme.px(920) : parent.width
        height: Theme.px(ask.wide ? 780 : 760)
        anchors.right: parent.right
        y: ask.wide ? 0 : parent.height - height - Theme.px(20)
        Grid {
            id: pad
            readonly property int keyWidth: Math.floor((parent.width - 2 * Theme.px(36) - 6 * Theme.s2) / 7)
            readonly property int keyHeight: Math.floor((parent.height - 2 * Theme.px(36) - 4 * Theme.s2) / 5)
            x: Theme.px(36)
            y: Theme.px(36)
            columns: 7
            spacing: Theme.s2
            Repeater {
                model: ask.model.keys
                Key {
                    required property string modelData
                    objectName: "code-" + modelData
                    width: pad.keyWidth
                    height: pad.keyHeight
                    text: modelData
                    outlined: true
                    onClicked: ask.model.typeCharacter(modelData)
                }
            }
            Key {
                objectName: "erase"
                width: pad.keyWidth
                height: pad.keyHeight
                func: true
                symbol: "backspace"
                text: qsTr("删除")
                onClicked: ask.model.erase()
            }
            Key {
                objectName: "clear"
                width: pad.keyWidth
                height: pad.keyHeight
                func: true
                text: qsTr("清空")
                onClicked: ask.model.clear()
            }
        }
    }
}
