pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// How the screen looks and sounds; everything returns to the usual at the end of the visit.
ScreenFrame {
    id: screen

    required property QtObject model
    readonly property bool low: Theme.lowered
    readonly property bool brief: low // names alone: the lower half has no room for more
    readonly property int columns: low ? (Theme.portrait ? (Theme.elder ? 1 : 2) : Theme.elder ? 3 : 4) : Theme.portrait ? 1 : 2
    readonly property int gap: Theme.px(low ? 16 : 24)
    readonly property int rows: Math.ceil(7 / columns)
    readonly property int most: Theme.px(Theme.portrait ? 220 : 196)
    readonly property int room: area.height - (low ? half : Theme.px(Theme.portrait ? 110 : 36)) - (rows - 1) * gap
    readonly property int half: Math.ceil(height / 2) + Theme.px(8) - area.y
    readonly property int rowHeight: low ? Math.floor(room / rows) : Math.min(most, Math.floor(room / rows))
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
                visible: !volume.visible || !screen.low || screen.columns === 1
                x: Theme.px(screen.low ? 24 : 36)
                name: "volume"
                color: Theme.sea
                size: Theme.px(56)
                anchors.verticalCenter: parent.verticalCenter
            }
            SerifText {
                id: volume
                visible: !screen.brief || screen.columns === 1 || Theme.language === "zh" && !Theme.elder
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
                anchors.rightMargin: Theme.px(screen.low ? 20 : 28)
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
        Setting {
            objectName: "setting-touch"
            width: screen.each
            height: screen.rowHeight
            symbol: "touch"
            title: qsTr("按键声")
            line: screen.brief ? "" : qsTr("碰到按钮，轻轻响一下")
            on: screen.shell.touchSound
            onClicked: screen.shell.toggleTouchSound()
        }
    }
    SansText {
        visible: !screen.low
        x: Theme.portrait ? 0 : screen.each + screen.gap + Theme.px(36)
        y: Theme.portrait ? settings.y + settings.height + Theme.px(24) : settings.y + settings.height - screen.rowHeight
        width: screen.area.width - x
        height: Theme.portrait ? implicitHeight : screen.rowHeight
        text: qsTr("您离开后，这些会恢复原样。")
        size: Theme.tMin
        color: Theme.ink2
        wrapMode: Text.Wrap
    }
}
