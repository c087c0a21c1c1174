pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// The 38 departments: four columns by session with a finder beside them; in other arrangements one group at a time,
// and with large letters or lowered controls the finder on a page of its own.
ScreenFrame {
    id: screen

    required property DepartmentsModel model
    readonly property bool simple: Theme.elder || Theme.lowered
    readonly property bool columns: !Theme.portrait && !simple && !model.byTopic && Theme.language === "zh"
    readonly property bool paging: model.finding && simple
    readonly property int side: Theme.px(356)
    readonly property int half: Theme.lowered ? Math.ceil(height / 2) + Theme.px(8) - area.y : 0

    // Lowered and large, the line over the bay is the title: the lower half has no room for a second one.
    title: Theme.elder && Theme.lowered ? "" : model.finding && simple ? model.strokes ? qsTr("按笔画找部门") : qsTr("按首字母找部门") : qsTr("%1 个部门").arg(model.count)
    lowHorizon: true
    headerItems: [
        TabPill {
            objectName: "by-session"
            visible: !Theme.portrait && !screen.simple
            symbol: "calendar"
            text: qsTr("按场次")
            chosen: !screen.model.byTopic
            onClicked: screen.model.groupByTopic(false)
        },
        TabPill {
            objectName: "by-topic"
            visible: !Theme.portrait && !screen.simple
            symbol: "grid"
            text: qsTr("按主题")
            chosen: screen.model.byTopic
            onClicked: screen.model.groupByTopic(true)
        },
        TabPill {
            objectName: "open-finder"
            visible: screen.simple && !screen.model.finding
            symbol: "search"
            text: qsTr("按名字找")
            onClicked: screen.model.openFinder()
        }
    ]
    Component.onCompleted: if (!simple)
        model.closeFinder()

    Connections {
        target: screen.shell
        function onLanguageChanged() {
            screen.model.languageSwitched();
        }
    }
    LoweredView {
        visible: Theme.lowered
        frame: screen
        words: qsTr("想看哪个\n部门的报告？")
    }
    Loader {
        active: screen.columns
        width: screen.area.width - screen.side - Theme.px(24)
        height: screen.area.height
        sourceComponent: DepartmentColumns {
            model: screen.model
        }
    }
    Loader {
        active: !screen.columns && !screen.paging
        y: screen.half
        width: Theme.portrait || screen.simple ? screen.area.width : screen.area.width - screen.side - Theme.px(24)
        height: screen.area.height - y - (finder.visible && Theme.portrait ? finder.height + Theme.px(20) : 0)
        sourceComponent: DepartmentGroups {
            model: screen.model
            switching: Theme.portrait || screen.simple
            narrow: Theme.lowered ? wide : Theme.portrait ? 1 : 2
            wide: Theme.portrait ? (Theme.elder ? 1 : 2) : Theme.elder ? 2 : Theme.lowered ? 4 : 3
        }
    }
    Loader {
        active: screen.paging
        y: screen.half
        width: screen.area.width
        height: screen.area.height - y
        sourceComponent: DepartmentFinding {
            model: screen.model
        }
    }
    DepartmentFinder {
        id: finder
        visible: !screen.simple
        model: screen.model
        wide: Theme.portrait
        x: Theme.portrait ? 0 : screen.area.width - width
        y: Theme.portrait ? screen.area.height - height - Theme.px(12) : 0
        width: Theme.portrait ? screen.area.width : screen.side
        height: Theme.portrait ? implicitHeight : screen.area.height - Theme.px(9)
    }
}
