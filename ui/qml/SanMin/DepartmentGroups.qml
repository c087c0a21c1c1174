pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// One group of departments at a time, chosen by tabs; what was typed shows its matches instead.
Item {
    id: groups

    required property DepartmentsModel model
    property int group: 0
    readonly property var columns: model.columns
    readonly property var rows: {
        if (model.typed !== "") {
            const found = [];
            for (const column of columns)
                for (const row of column.rows)
                    if (row.found)
                        found.push(row);
            return found;
        }
        return columns[Math.min(group, columns.length - 1)].rows;
    }
    readonly property int perLine: Theme.portrait && Theme.elder ? 1 : 2
    readonly property int rowHeight: Theme.elder ? Theme.px(116) : Theme.px(80)
    readonly property int room: height - tabs.height - Theme.s4 - (pager.visible ? pager.height + Theme.s2 : 0)
    readonly property int perPage: perLine * Math.max(1, Math.floor((room + Theme.s2) / (rowHeight + Theme.s2)))

    onRowsChanged: pager.page = 0

    Flow {
        id: tabs
        width: parent.width
        spacing: Theme.s2
        Repeater {
            model: groups.columns
            TabPill {
                required property var modelData
                required property int index
                objectName: "group-" + index
                text: Theme.say(modelData.title)
                chosen: groups.model.typed === "" && groups.group === index
                onClicked: {
                    groups.model.clear();
                    groups.group = index;
                }
            }
        }
        TabPill {
            visible: Theme.portrait
            objectName: "by-topic"
            symbol: groups.model.byTopic ? "calendar" : "grid"
            text: groups.model.byTopic ? qsTr("按场次") : qsTr("按主题")
            onClicked: {
                groups.group = 0;
                groups.model.groupByTopic(!groups.model.byTopic);
            }
        }
    }
    Grid {
        anchors.top: tabs.bottom
        anchors.topMargin: Theme.s4
        columns: groups.perLine
        spacing: Theme.s2
        Repeater {
            model: groups.rows.slice(pager.page * groups.perPage, (pager.page + 1) * groups.perPage)
            ListRow {
                required property var modelData
                objectName: "department-" + modelData.id
                width: Math.floor((groups.width - (groups.perLine - 1) * Theme.s2) / groups.perLine)
                height: groups.rowHeight
                text: Theme.say(modelData.name)
                onClicked: groups.model.choose(modelData.id)
            }
        }
    }
    SansText {
        visible: groups.rows.length === 0
        anchors.centerIn: parent
        text: qsTr("没有这样的部门")
        color: Theme.ink2
    }
    Pager {
        id: pager
        anchors.bottom: parent.bottom
        width: parent.width
        total: groups.rows.length
        perPage: Math.max(1, groups.perPage)
    }
}
