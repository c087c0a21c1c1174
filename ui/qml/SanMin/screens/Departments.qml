pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// The 38 departments: four columns by session with a finder beside them; in other arrangements one group at a time.
ScreenFrame {
    id: screen

    required property DepartmentsModel model
    readonly property bool columns: !Theme.portrait && !Theme.elder && !model.byTopic
    readonly property bool finder: !Theme.elder
    property int group: 0

    title: qsTr("%1 个部门").arg(model.count)
    lowHorizon: true
    headerItems: [
        TabPill {
            objectName: "by-session"
            visible: !Theme.portrait
            symbol: "calendar"
            text: qsTr("按场次")
            chosen: !screen.model.byTopic
            onClicked: screen.model.groupByTopic(false)
        },
        TabPill {
            objectName: "by-topic"
            visible: !Theme.portrait
            symbol: "grid"
            text: qsTr("按主题")
            chosen: screen.model.byTopic
            onClicked: screen.model.groupByTopic(true)
        }
    ]

    Loader {
        active: screen.columns
        width: screen.area.width - Theme.px(392)
        height: screen.area.height
        sourceComponent: DepartmentColumns {
            model: screen.model
        }
    }
    Loader {
        active: !screen.columns
        width: Theme.portrait || !screen.finder ? screen.area.width : screen.area.width - Theme.px(392)
        height: Theme.portrait && screen.finder ? screen.area.height - Theme.px(452) : screen.area.height
        sourceComponent: DepartmentGroups {
            model: screen.model
        }
    }
    DepartmentFinder {
        visible: screen.finder
        model: screen.model
        wide: Theme.portrait
        x: Theme.portrait ? 0 : screen.area.width - width
        y: Theme.portrait ? screen.area.height - height : 0
        width: Theme.portrait ? screen.area.width : Theme.px(364)
        height: Theme.portrait ? Theme.px(432) : screen.area.height - Theme.px(8)
    }
}
