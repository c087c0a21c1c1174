pragma ComponentBehavior: Bound
import QtQuick

// What was promised in January beside what was done by December.
Item {
    id: table

    required property var goals
    readonly property int stateWidth: Theme.px(Theme.elder ? 260 : 190)
    readonly property int goalWidth: Math.floor((width - stateWidth) * 0.52)
    readonly property int resultWidth: width - stateWidth - goalWidth
    readonly property int rowHeight: Theme.px(Theme.elder ? 152 : 104)
    readonly property int room: height - Theme.px(48) - (pager.pages > 1 ? pager.height + Theme.s2 : 0)
    readonly property int perPage: Math.max(1, Math.floor(room / rowHeight))

    Row {
        id: head
        height: Theme.px(44)
        SansText {
            width: table.goalWidth
            text: qsTr("年初说好的")
            size: Theme.tMin
            lead: 1.2
            color: Theme.ink2
        }
        SansText {
            width: table.resultWidth
            text: qsTr("年底做到的")
            size: Theme.tMin
            lead: 1.2
            color: Theme.ink2
        }
        SansText {
            width: table.stateWidth
            text: qsTr("结果")
            size: Theme.tMin
            lead: 1.2
            color: Theme.ink2
        }
    }
    Rectangle {
        y: head.height
        width: parent.width
        height: Theme.px(3)
        color: Theme.ink
    }
    Column {
        y: Theme.px(48)
        width: parent.width
        Repeater {
            model: table.goals.slice(pager.page * table.perPage, (pager.page + 1) * table.perPage)
            Item {
                id: line
                required property var modelData
                width: table.width
                height: table.rowHeight
                SansText {
                    width: table.goalWidth - Theme.px(24)
                    height: parent.height
                    text: Theme.say(line.modelData.goal)
                    size: Theme.tBody
                    lead: 1.25
                    wrapMode: Text.Wrap
                    maximumLineCount: 3
                    fontSizeMode: Text.Fit
                    minimumPixelSize: Theme.tMin
                }
                SansText {
                    x: table.goalWidth
                    width: table.resultWidth - Theme.px(16)
                    height: parent.height
                    text: Theme.say(line.modelData.result)
                    size: Theme.tBody
                    lead: 1.25
                    strong: true
                    wrapMode: Text.Wrap
                    maximumLineCount: 3
                    fontSizeMode: Text.Fit
                    minimumPixelSize: Theme.tMin
                }
                Chip {
                    x: table.goalWidth + table.resultWidth
                    anchors.verticalCenter: parent.verticalCenter
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
