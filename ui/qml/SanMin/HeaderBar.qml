pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The head of every screen: back and home at the left, the page's name, display and help at the right.
Item {
    id: bar

    required property Shell shell
    property string title: ""
    property bool showBack: true
    property bool showHome: true
    property bool showSettings: true
    property string backText: qsTr("返回")
    property string backSymbol: "back"
    default property alias middle: extras.data
    signal backPressed

    implicitHeight: Theme.px(Theme.elder ? 104 : 80)

    Row {
        id: left
        spacing: Theme.px(16)
        QuietButton {
            objectName: "back"
            visible: bar.showBack
            symbol: bar.backSymbol
            text: bar.backText
            onClicked: bar.backPressed()
        }
        QuietButton {
            objectName: "home"
            visible: bar.showHome
            symbol: "home"
            text: qsTr("首页")
            onClicked: bar.shell.home()
        }
    }
    SerifText {
        anchors.left: left.right
        anchors.leftMargin: left.width > 0 ? Theme.px(36) : 0
        anchors.right: extras.left
        anchors.rightMargin: Theme.s3
        height: parent.height
        text: Theme.han(bar.title)
        size: Theme.tCard
        fontSizeMode: Text.HorizontalFit
    }
    Row {
        id: extras
        anchors.right: right.left
        anchors.rightMargin: right.visible ? Theme.px(24) : 0
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s2
    }
    Row {
        id: right
        anchors.right: parent.right
        spacing: Theme.px(16)
        visible: bar.showSettings
        QuietButton {
            objectName: "display"
            symbol: "textsize"
            text: qsTr("显示")
            onClicked: bar.shell.go("display")
        }
        QuietButton {
            objectName: "help"
            symbol: "staff"
            text: qsTr("帮助")
            onClicked: bar.shell.go("help")
        }
    }
}
