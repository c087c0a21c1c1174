pragma ComponentBehavior: Bound
import QtQuick

// What was promised in January beside what was done by December; one under the other in a narrow place.
Item {
    id: table

    required property var goals
    readonly property bool narrow: Theme.elder && Theme.portrait
    readonly property int headHeight: narrow ? 0 : Math.round(Theme.tMin * 1.4) + Theme.px(8)
    readonly property int stateWidth: Theme.px(Theme.elder ? 300 : 206)
    readonly property int goalWidth: Math.floor((width - stateWidth) * (Theme.portrait && Theme.language === "zh" ? 0.66 : 0.58))
    readonly property int resultWidth: width - stateWidth - goalWidth
    readonly property int least: Theme.px(narrow ? 214 : Theme.elder ? 118 : 106)
    readonly property bool paged: goals.length * least > height - headHeight
    readonly property int room: height - headHeight - (paged ? pager.implicitHeight + Theme.s2 : 0)
    readonly property int perPage: paged ? Math.max(1, Math.floor(room / least)) : Math.max(1, goals.length)
    readonly property int rowHeight: Math.min(Math.floor(room / perPage), Math.round(least * 1.7))

    component Head: SansText {
        size: Theme.tMin
        lead: 1.4
        strong: true
        color: Theme.ink2
    }

    Row {
        visible: !table.narrow
        Head {
            width: table.goalWidth
            text: qsTr("年初说好的")
        }
        Head {
            width: table.resultWidth
            text: qsTr("年底做到的")
        }
        Head {
            width: table.stateWidth
            text: qsTr("结果")
        }
    }
    Rectangle {
        visible: !table.narrow
        y: table.headHeight - height
        width: parent.width
        height: Theme.px(3)
        color: Theme.ink
    }
    Column {
        y: table.headHeight
        width: parent.width
        Repeater {
            model: table.goals.slice(pager.page * table.perPage, (pager.page + 1) * table.perPage)
            Item {
                id: line
                required property var modelData
                readonly property int firstRoom: table.narrow ? height - second.height - Theme.px(36) : height - Theme.px(12)
                width: table.width
                height: table.rowHeight
                FittingText {
                    y: table.narrow ? Theme.px(12) : 0
                    width: table.narrow ? table.width : table.goalWidth - Theme.px(28)
                    height: table.narrow ? line.firstRoom : parent.height
                    sans: true
                    font.bold: Theme.highContrast
                    text: Theme.say(line.modelData.goal)
                    largest: Theme.t(30)
                    lead: 1.25
                    room: line.firstRoom
                }
                FittingText {
                    id: second
                    x: table.narrow ? 0 : table.goalWidth
                    y: table.narrow ? line.height - height - Theme.px(14) : 0
                    width: (table.narrow ? table.width - table.stateWidth : table.resultWidth) - Theme.px(16)
                    height: table.narrow ? Math.max(implicitHeight, state.height) : parent.height
                    sans: true
                    text: Theme.say(line.modelData.result)
                    largest: Theme.t(30)
                    lead: 1.25
                    room: table.narrow ? 0 : line.height - Theme.px(12)
                }
                Chip {
                    id: state
                    x: table.narrow ? table.width - width : table.goalWidth + table.resultWidth
                    y: table.narrow ? second.y + Math.round((second.height - height) / 2) : Math.round((line.height - height) / 2)
                    symbol: line.modelData.done ? "check" : "clock"
                    text: line.modelData.done ? qsTr("完成") : qsTr("还差一点")
                    ink: line.modelData.done ? Theme.pine : Theme.amber
                    ground: line.modelData.done ? Theme.mint : Theme.sand
                }
                Rectangle {
                    anchors.bottom: parent.bottom
                    width: parent.width
                    height: Math.max(1, Theme.px(2))
                    color: Theme.hair
                }
            }
        }
    }
    Pager {
        id: pager
        anchors.bottom: parent.bottom
        width: parent.width
        total: table.goals.length
        perPage: table.perPage
    }
}
