pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// How the screen looks and sounds; everything returns to the usual at the end of the visit.
ScreenFrame {
    id: screen

    required property QtObject model
    readonly property int columns: Theme.portrait ? 1 : 2

    title: qsTr("显示和声音")
    showSettings: false

    Grid {
        id: settings
        y: Theme.px(Theme.portrait ? 8 : 20)
        columns: screen.columns
        spacing: Theme.px(24)
        Repeater {
            model: [
                {
                    "id": "language",
                    "symbol": "lang",
                    "title": Theme.language === "zh" ? "English" : "中文",
                    "line": Theme.language === "zh" ? "All screens in English" : "所有页面换成中文",
                    "on": false
                },
                {
                    "id": "elder",
                    "symbol": "textsize",
                    "title": qsTr("大字版"),
                    "line": qsTr("字更大，一次一件事"),
                    "on": Theme.elder
                },
                {
                    "id": "contrast",
                    "symbol": "contrast",
                    "title": qsTr("高对比"),
                    "line": qsTr("白底黑字，线条更粗"),
                    "on": Theme.highContrast
                },
                {
                    "id": "lowered",
                    "symbol": "lower",
                    "title": qsTr("按钮下移"),
                    "line": qsTr("坐着、个子小，也够得着"),
                    "on": Theme.lowered
                },
                {
                    "id": "calm",
                    "symbol": "wave",
                    "title": qsTr("画面静止"),
                    "line": qsTr("波浪和小船不动"),
                    "on": Theme.calmMotion
                }
            ]
            Setting {
                required property var modelData
                objectName: "setting-" + modelData.id
                width: Math.floor((screen.area.width - (screen.columns - 1) * Theme.px(24)) / screen.columns)
                symbol: modelData.symbol
                title: modelData.title
                line: modelData.line
                on: modelData.on
                onClicked: {
                    if (modelData.id === "language")
                        screen.shell.toggleLanguage();
                    else if (modelData.id === "elder")
                        screen.shell.toggleElder();
                    else if (modelData.id === "contrast")
                        screen.shell.toggleContrast();
                    else if (modelData.id === "lowered")
                        screen.shell.toggleLowered();
                    else
                        screen.shell.toggleCalm();
                }
            }
        }
        Card {
            width: Math.floor((screen.area.width - (screen.columns - 1) * Theme.px(24)) / screen.columns)
            height: Theme.px(Theme.elder ? 214 : 196)
            Icon {
                id: soundSign
                x: Theme.px(36)
                name: "volume"
                color: Theme.sea
                size: Theme.px(56)
                anchors.verticalCenter: parent.verticalCenter
            }
            SerifText {
                anchors.left: soundSign.right
                anchors.leftMargin: Theme.px(28)
                anchors.verticalCenter: parent.verticalCenter
                text: Theme.han(qsTr("声音 %1%").arg(Math.round(screen.shell.volume * 100)))
                size: Theme.t(40)
            }
            Row {
                anchors.right: parent.right
                anchors.rightMargin: Theme.px(28)
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.s2
                SecondaryButton {
                    objectName: "softer"
                    side: Theme.px(20)
                    text: qsTr("小声")
                    onClicked: screen.shell.changeVolume(-1)
                }
                SecondaryButton {
                    objectName: "louder"
                    side: Theme.px(20)
                    text: qsTr("大声")
                    onClicked: screen.shell.changeVolume(1)
                }
            }
        }
    }
    SansText {
        y: settings.y + settings.height + Theme.px(24)
        text: qsTr("您离开后，这些会恢复原样。")
        size: Theme.tMin
        color: Theme.ink2
    }
}
