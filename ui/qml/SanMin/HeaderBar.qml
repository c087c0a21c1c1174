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
    readonly property int rowHeight: Theme.px(Theme.elder ? 104 : 80)
    readonly property int leftRoom: left.width > 0 ? left.width + Theme.px(36) : 0
    readonly property int rightRoom: right.visible ? right.width + Theme.px(24) : 0
    // A title that does not fit beside the buttons stands under them.
    readonly property bool stacked: leftRoom + rightRoom + extras.width + Theme.s3 + (title === "" ? 0 : words.implicitWidth + Theme.s3) > width
    // Four buttons with large letters just fit an upright screen in every language.
    readonly property int buttonSide: Theme.px(Theme.portrait && Theme.elder ? 16 : 28)
    signal backPressed

    implicitHeight: rowHeight + (stacked ? Math.max(words.text === "" ? 0 : Math.round(words.size * 1.35), extras.height) + Theme.s3 : 0)

    Row {
        id: left
        spacing: Theme.px(16)
        QuietButton {
            objectName: "back"
            side: bar.buttonSide
            visible: bar.showBack
            symbol: bar.backSymbol
            text: bar.backText
            onClicked: bar.backPressed()
        }
        QuietButton {
            objectName: "home"
            side: bar.buttonSide
            visible: bar.showHome
            symbol: "home"
            text: qsTr("首页")
            onClicked: bar.shell.home()
        }
    }
    SerifText {
        id: words
        x: bar.stacked ? 0 : bar.leftRoom
        y: bar.stacked ? bar.rowHeight + Theme.s3 : 0
        width: bar.width - x - (bar.stacked ? 0 : bar.rightRoom) - (extras.width > 0 ? extras.width + Theme.s3 : 0)
        height: bar.stacked ? Math.max(Math.round(size * 1.35), extras.height) : bar.rowHeight
        text: Theme.han(bar.title)
        size: Theme.tCard
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.tMin
    }
    Row {
        id: extras
        x: bar.width - width - (bar.stacked ? 0 : bar.rightRoom)
        y: bar.stacked ? bar.rowHeight + Theme.s3 + Math.round((words.height - height) / 2) : Math.round((bar.rowHeight - height) / 2)
        spacing: Theme.s2
    }
    Row {
        id: right
        anchors.right: parent.right
        spacing: Theme.px(16)
        visible: bar.showSettings
        QuietButton {
            objectName: "display"
            side: bar.buttonSide
            symbol: "textsize"
            text: qsTr("显示")
            onClicked: bar.shell.go("display")
        }
        QuietButton {
            objectName: "help"
            side: bar.buttonSide
            symbol: "staff"
            text: qsTr("帮助")
            onClicked: bar.shell.go("help")
        }
    }
}
