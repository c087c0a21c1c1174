pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Departments in rows that share the height there is; in pages where they do not fit.
Item {
    id: list

    required property DepartmentsModel model
    required property var rows
    property int columns: 2
    property int least: Theme.px(Theme.elder ? 112 : 78)
    property int most: Theme.px(Theme.elder ? 140 : 132)
    readonly property int gap: Theme.s2
    readonly property int lines: Math.ceil(rows.length / columns)
    readonly property bool paged: lines * (least + gap) - gap > height
    readonly property int room: paged ? height - pager.implicitHeight - gap : height
    readonly property int linesShown: paged ? Math.max(1, Math.floor((room + gap) / (least + gap))) : Math.max(1, lines)
    readonly property int perPage: linesShown * columns
    readonly property int rowHeight: Math.min(most, Math.floor((room - (linesShown - 1) * gap) / linesShown))

    property bool ready: false

    Component.onCompleted: {
        pager.page = Math.min(model.page, pager.pages - 1);
        ready = true;
    }
    Connections {
        target: list.model
        function onPageChanged() {
            pager.page = Math.min(list.model.page, pager.pages - 1);
        }
    }
    Grid {
        columns: list.columns
        spacing: list.gap
        Repeater {
            model: list.rows.slice(pager.page * list.perPage, (pager.page + 1) * list.perPage)
            DepartmentRow {
                required property var modelData
                objectName: "department-" + modelData.id
                width: Math.floor((list.width - (list.columns - 1) * list.gap) / list.columns)
                height: list.rowHeight
                info: modelData
                size: Theme.elder ? Theme.t(32) : told ? Theme.t(34) : Theme.tBody
                told: !Theme.elder && list.rowHeight >= Theme.px(92) && width >= Theme.px(Theme.language === "zh" ? 420 : 640)
                onClicked: list.model.choose(modelData.id)
            }
        }
    }
    Pager {
        id: pager
        anchors.bottom: parent.bottom
        width: parent.width
        total: list.rows.length
        perPage: list.perPage
        onPageChanged: if (list.ready)
            list.model.turnTo(page)
    }
}
