pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// What the home screen can be turned into: language, large type, contrast, lower buttons; and help.
Flow {
    id: settings

    required property Shell shell
    readonly property var all: [
        {
            "id": "language",
            "symbol": "lang",
            "word": Theme.language === "zh" ? "English" : "中文",
            "on": false
        },
        {
            "id": "elder",
            "symbol": "textsize",
            "word": qsTr("大字版"),
            "on": false
        },
        {
            "id": "contrast",
            "symbol": "contrast",
            "word": qsTr("高对比"),
            "on": Theme.highContrast
        },
        {
            "id": "lowered",
            "symbol": Theme.lowered ? "raise" : "lower",
            "word": Theme.lowered ? qsTr("按钮上移") : qsTr("按钮下移"),
            "on": Theme.lowered
        },
        {
            "id": "help",
            "symbol": "staff",
            "word": qsTr("帮助和叫人"),
            "on": false
        }
    ]

    function use(id: string) {
        if (id === "language")
            shell.toggleLanguage();
        else if (id === "elder")
            shell.toggleElder();
        else if (id === "contrast")
            shell.toggleContrast();
        else if (id === "lowered")
            shell.toggleLowered();
        else
            shell.go("help");
    }

    spacing: Theme.px(16)
    Repeater {
        model: settings.all
        QuietButton {
            required property var modelData
            required property int index
            readonly property int inRow: !Theme.portrait ? 5 : index < 3 ? 3 : 2
            objectName: "setting-" + modelData.id
            width: Math.floor((settings.width - (inRow - 1) * settings.spacing) / inRow)
            height: Theme.px(88)
            symbol: modelData.symbol
            text: modelData.word
            chosen: modelData.on
            onClicked: settings.use(modelData.id)
        }
    }
}
