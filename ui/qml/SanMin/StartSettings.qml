pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Before there is a home screen: language and display at the head of the screen.
Row {
    id: settings

    required property Shell shell

    spacing: Theme.px(16)

    QuietButton {
        objectName: "language"
        symbol: "lang"
        text: Theme.language === "zh" ? "English" : "中文"
        onClicked: settings.shell.toggleLanguage()
    }
    QuietButton {
        objectName: "display"
        symbol: "textsize"
        text: qsTr("显示")
        onClicked: settings.shell.go("display")
    }
}
