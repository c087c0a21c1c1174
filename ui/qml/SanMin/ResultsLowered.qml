pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The results with all controls in the lower half: the chart above, the departments and the way on below it.
Item {
    id: low

    required property ResultsModel model
    required property int half // where the lower half begins
    readonly property bool wide: !Theme.portrait
    readonly property bool one: model.chosen.id !== undefined
    readonly property int foot: height - Theme.px(8)

    ResultsOne {
        model: low.model
        opens: false
        width: low.width
        height: low.half - Theme.px(24)
    }
    ResultsList {
        model: low.model
        y: low.half
        width: low.width
        height: (low.wide ? low.foot : open.y - Theme.s3) - y
        columns: low.wide ? 2 : 1
        aside: low.wide ? open.width + Theme.px(24) : 0
        tight: low.wide
        fills: true
    }
    SecondaryButton {
        id: open
        objectName: "open-department"
        enabled: low.one
        y: low.foot - height
        width: low.wide ? Math.round(low.width * (Theme.elder ? 0.45 : 0.4)) : low.width
        height: Theme.px(Theme.elder ? 100 : 76)
        symbol: "next"
        symbolAfter: true
        text: qsTr("看它的报告和目标")
        onClicked: low.model.openDepartment()
    }
}
