pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// One session or topic at a time, chosen by tabs; what was typed shows its matches instead.
Item {
    id: groups

    required property DepartmentsModel model
    property bool switching: true // whether the way to the other grouping stands among the tabs
    property int narrow: 2 // columns for up to ten departments, and for more
    property int wide: 3
    readonly property var columns: model.columns
    readonly property var rows: model.typed !== "" ? model.found : columns[Math.min(model.group, columns.length - 1)].rows

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
                chosen: groups.model.typed === "" && groups.model.group === index
                onClicked: groups.model.showGroup(index)
            }
        }
        TabPill {
            visible: groups.switching
            objectName: "by-topic"
            symbol: groups.model.byTopic ? "calendar" : "grid"
            text: groups.model.byTopic ? qsTr("按场次") : qsTr("按主题")
            onClicked: groups.model.groupByTopic(!groups.model.byTopic)
        }
    }
    DepartmentList {
        model: groups.model
        rows: groups.rows
        y: tabs.height + Theme.px(20)
        width: parent.width
        height: parent.height - y
        columns: groups.rows.length > 10 ? groups.wide : groups.narrow
    }
}
