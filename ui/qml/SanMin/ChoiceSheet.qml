pragma ComponentBehavior: Bound
import QtQuick

// One of many: a sheet with all choices in pages; in the lower half where controls are lowered.
FocusScope {
    id: sheet

    required property string title
    required property var choices
    readonly property int columns: Theme.portrait ? (Theme.elder ? 1 : 2) : Theme.elder ? 2 : choices.length > 12 ? 4 : 3
    readonly property int rowHeight: Theme.px(Theme.elder ? 116 : 82)
    readonly property int lines: Math.ceil(choices.length / columns)
    readonly property int headHeight: Theme.px(Theme.elder ? 150 : 128)
    readonly property int most: Math.max(1, Math.floor((sheet.height - (Theme.lowered ? Math.ceil(sheet.height / 2) : Theme.px(150)) - headHeight - Theme.px(56) + Theme.s2) / (rowHeight + Theme.s2)))
    readonly property bool paged: lines > most
    readonly property int linesShown: paged ? Math.max(1, most - 1) : lines
    readonly property int perPage: columns * linesShown
    signal chosen(string id)
    signal closed

    anchors.fill: parent
    z: 5
    focus: visible
    onVisibleChanged: pager.page = 0
    Keys.onEscapePressed: sheet.closed()

    FocusTrap {
        within: sheet
    }
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
        width: sheet.width - 2 * Theme.margin
        height: grid.y + sheet.linesShown * (sheet.rowHeight + Theme.s2) + (sheet.paged ? pager.implicitHeight + Theme.s2 : 0) + Theme.px(28)
        x: Theme.margin
        y: Theme.lowered ? sheet.height - height - Theme.px(36) : Math.round((sheet.height - height) / 2)
        MouseArea {
            anchors.fill: parent
        }
        FittingText {
            x: Theme.px(48)
            width: close.x - x - Theme.px(24)
            height: sheet.headHeight
            text: sheet.title
            largest: Theme.px(56)
            room: sheet.headHeight - Theme.px(16)
        }
        QuietButton {
            id: close
            objectName: "close-sheet"
            x: panel.width - width - Theme.px(40)
            y: Math.round((sheet.headHeight - height) / 2)
            symbol: "close"
            text: qsTr("关闭")
            onClicked: sheet.closed()
        }
        Grid {
            id: grid
            x: Theme.px(48)
            y: sheet.headHeight
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
                    trailing: modelData.count ?? ""
                    chosen: modelData.chosen ?? false
                    chevron: false
                    onClicked: sheet.chosen(modelData.id)
                }
            }
        }
        Pager {
            id: pager
            x: Theme.px(48)
            y: panel.height - height - Theme.px(28)
            width: parent.width - Theme.px(96)
            total: sheet.choices.length
            perPage: Math.max(1, sheet.perPage)
        }
    }
}
