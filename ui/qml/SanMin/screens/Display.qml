pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// How the screen looks and sounds; everything returns to the usual at the end of the visit.
ScreenFrame {
    id: screen

    required property QtObject model
    readonly property bool low: Theme.lowered
    readonly property bool brief: low && Theme.elder // names alone: the lower half has no room for more
    readonly property int columns: Theme.portrait ? 1 : low ? 3 : 2
    readonly property int gap: Theme.px(low ? 16 : 24)
    readonly property int rows: Math.ceil(6 / columns)
    readonly property int half: Math.ceil(height / 2) + Theme.px(8) - area.y
    readonly property int rowHeight: low ? Math.floor((area.height - half - (rows - 1) * gap) / rows) : Theme.px(Theme.elder ? 214 : 196)
    readonly property int each: Math.floor((area.width - (columns - 1) * gap) / columns)

    title: brief && Theme.portrait ? "" : qsTr("显示和声音")
    showSettings: false

    LoweredView {
        visible: screen.low
        frame: screen
        words: qsTr("您离开后，\n这些会恢复原样。")
    }
    Grid {
        id: settings
        y: screen.low ? screen.half : Theme.px(Theme.portrait ? 8 : 20)
        columns: screen.columns
        spacing: screen.gap
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
                width: screen.each
                height: screen.rowHeight
                symbol: modelData.symbol
                title: modelData.title
                line: screen.brief ? "" : modelData.line
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
            width: screen.each
            height: screen.rowHeight
            Icon {
                id: soundSign
                visible: !volume.visible || screen.columns < 3
                x: Theme.px(screen.columns < 3 ? 36 : 24)
                name: "volume"
                color: Theme.sea
                size: Theme.px(56)
                anchors.verticalCenter: parent.verticalCenter
            }
            SerifText {
                id: volume
                visible: !screen.brief || Theme.portrait
                x: soundSign.visible ? soundSign.x + soundSign.width + Theme.px(28) : Theme.px(24)
                width: sound.x - x - Theme.s2
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.tMin
                anchors.verticalCenter: parent.verticalCenter
                text: Theme.han(qsTr("声音 %1%").arg(Math.round(screen.shell.volume * 100)))
                size: Theme.t(40)
            }
            Row {
                id: sound
                anchors.right: parent.right
                anchors.rightMargin: Theme.px(screen.columns < 3 ? 28 : 20)
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.s2
                SecondaryButton {
                    objectName: "softer"
                    side: Theme.px(20)
                    height: Math.min(implicitHeight, screen.rowHeight - Theme.px(4))
                    text: qsTr("小声")
                    onClicked: screen.shell.changeVolume(-1)
                }
                SecondaryButton {
                    objectName: "louder"
                    side: Theme.px(20)
                    height: Math.min(implicitHeight, screen.rowHeight - Theme.px(4))
                    text: qsTr("大声")
                    onClicked: screen.shell.changeVolume(1)
                }
            }
        }
    }
    SansText {
        visible: !screen.low
        y: settings.y + settings.height + Theme.px(24)
        text: qsTr("您离开后，这些会恢复原样。")
        size: Theme.tMin
        color: Theme.ink2
    }
}
