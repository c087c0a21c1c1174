pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// The released results: all departments with a bar each; one department's marks large enough to read from two metres.
ScreenFrame {
    id: screen

    required property ResultsModel model
    readonly property bool wide: !Theme.portrait
    readonly property bool one: model.chosen.id !== undefined
    // One thing at a time in elder mode; side by side where there is room.
    readonly property bool both: !Theme.elder
    readonly property int listWidth: both && wide ? Theme.px(1010) : area.width
    readonly property int detailHeight: Theme.px(850)

    // Large letters at the foot leave no room for a title: the chart above says what it is.
    title: Theme.elder && Theme.lowered ? "" : qsTr("评议结果")
    lowHorizon: true
    headerItems: [
        TabPill {
            objectName: "by-timetable"
            visible: screen.wide || !Theme.elder
            symbol: "calendar"
            text: qsTr("按场次")
            chosen: !screen.model.byScore
            onClicked: screen.model.orderByScore(false)
        },
        TabPill {
            objectName: "by-score"
            visible: screen.wide || !Theme.elder
            symbol: "down"
            text: qsTr("按得分")
            chosen: screen.model.byScore
            onClicked: screen.model.orderByScore(true)
        }
    ]

    ResultsLowered {
        visible: Theme.lowered
        model: screen.model
        half: Math.ceil(screen.height / 2) + Theme.px(8) - screen.area.y
        width: screen.area.width
        height: screen.area.height
    }
    ResultsList {
        visible: !Theme.lowered && (screen.both || !screen.one)
        model: screen.model
        width: screen.listWidth
        height: screen.both && !screen.wide ? screen.area.height - screen.detailHeight - Theme.px(24) : screen.area.height - Theme.px(8)
        y: screen.both && !screen.wide ? screen.detailHeight + Theme.px(24) : 0
    }
    ResultsOne {
        visible: !Theme.lowered && (screen.both || screen.one)
        model: screen.model
        x: screen.both && screen.wide ? screen.listWidth + Theme.px(28) : 0
        width: screen.area.width - x
        height: screen.both && !screen.wide ? screen.detailHeight : screen.area.height - Theme.px(16)
    }
}
