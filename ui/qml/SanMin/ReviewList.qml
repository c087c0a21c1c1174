pragma ComponentBehavior: Bound
import QtQuick

// What is chosen, by name, before it is cast; each row leads back to it. `rows` are [{index, name, label, icon, blank}].
Item {
    id: list

    required property var rows
    property bool covered: false
    property int columns: 2
    property int longest: 1 // lines a name may take
    readonly property int gap: tight ? Theme.s2 : Theme.px(18)
    property bool tight: false
    readonly property int least: Theme.px(tight ? 4 : 28) + Math.round(longest * Theme.t(28) * 1.25 + Theme.t(34) * 1.3)
    readonly property int pagerHeight: Theme.px(Theme.elder ? 100 : 76) + Theme.s2
    readonly property bool paged: linesIn(height) * columns < rows.length
    readonly property int room: height - (paged ? pagerHeight : 0)
    readonly property int lines: paged ? linesIn(room) : Math.max(1, Math.ceil(rows.length / columns))
    readonly property int perPage: Math.max(1, lines * columns)
    readonly property int rowHeight: Math.min(Math.round(Theme.px(154) * (Theme.elder ? 1.25 : 1)), Math.floor((room - (lines - 1) * gap) / lines))
    readonly property int first: pager.page * perPage
    readonly property int shown: Math.max(0, Math.min(perPage, rows.length - first))
    readonly property var nothing: ({
            "index": -1,
            "name": null,
            "label": null,
            "icon": "",
            "blank": true
        })
    signal show(int index)

    function linesIn(space: int): int {
        return Math.max(1, Math.floor((space + gap) / (least + gap)));
    }

    Grid {
        columns: list.columns
        flow: Grid.TopToBottom
        rows: Math.max(1, Math.ceil(list.shown / list.columns))
        columnSpacing: Theme.px(24)
        rowSpacing: list.gap
        Repeater {
            model: list.shown
            ReviewRow {
                required property int index
                modelData: list.rows[list.first + index] ?? list.nothing
                objectName: "review-" + modelData.index
                covered: list.covered
                longest: list.longest
                width: Math.floor((list.width - (list.columns - 1) * Theme.px(24)) / list.columns)
                height: list.rowHeight
                onClicked: list.show(modelData.index)
            }
        }
    }
    Pager {
        id: pager
        anchors.bottom: parent.bottom
        width: parent.width
        total: list.rows.length
        perPage: list.perPage
    }
}
