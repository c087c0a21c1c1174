pragma ComponentBehavior: Bound
import QtQuick

// One of many: a sheet with all choices in pages.
FocusScope {
    id: sheet

    required property string title
    required property var choices
    readonly property int columns: Theme.portrait ? (Theme.elder ? 1 : 2) : Theme.elder ? 2 : 4
    readonly property int rowHeight: Theme.px(Theme.elder ? 104 : 80)
    readonly property int perPage: columns * Math.max(1, Math.floor((panel.height - Theme.px(280)) / (rowHeight + Theme.s2)))
    signal chosen(string id)
    signal closed

    anchors.fill: parent
    z: 5

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
        MouseArea {
            anchors.fill: parent
            onClicked: sheet.closed()
        }
    }
    Card {
        id: panel
        level: 3
        radius: Theme.rSheet
        anchors.centerIn: parent
        width: sheet.width - 2 * Theme.margin
        height: sheet.height - Theme.px(160)
        MouseArea {
            anchors.fill: parent
        }
        SerifText {
            x: Theme.px(48)
            y: Theme.px(36)
            text: sheet.title
            size: Theme.t(56)
        }
        QuietButton {
            objectName: "close-sheet"
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(36)
            y: Theme.px(32)
            symbol: "close"
            text: qsTr("关闭")
            onClicked: sheet.closed()
        }
        Grid {
            id: grid
            x: Theme.px(48)
            y: Theme.px(150)
            columns: sheet.columns
            spacing: Theme.s2
            Repeater {
                model: sheet.choices.slice(pager.page * sheet.perPage, (pager.page + 1) * sheet.perPage)
                ListRow {
                    required property var modelData
                    objectName: "choice-" + modelData.id
                    width: Math.floor((panel.width - Theme.px(96) - (sheet.columns - 1) * Theme.s2) / sheet.columns)
                    height: sheet.rowHeight
                    symbol: modelData.icon ?? ""
                    text: Theme.say(modelData.name)
                    chosen: modelData.chosen ?? false
                    chevron: false
                    onClicked: sheet.chosen(modelData.id)
                }
            }
        }
        Pager {
            id: pager
            x: Theme.px(48)
            width: parent.width - Theme.px(96)
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(32)
            total: sheet.choices.length
            perPage: sheet.perPage
        }
    }
}
