pragma ComponentBehavior: Bound
import QtQuick

// Who is here, by card number and category, a page at a time; the order of arrival is nobody's business.
Item {
    id: people

    required property list<var> rows
    readonly property int columns: Theme.portrait || Theme.elder ? 1 : 2
    readonly property int gap: Theme.s2
    readonly property int rowHeight: Theme.px(Theme.elder ? 104 : 76)
    readonly property int rowsFit: Math.max(1, Math.floor((height - pager.implicitHeight - Theme.s3 + gap) / (rowHeight + gap)))
    readonly property int perPage: rowsFit * columns

    Item {
        Repeater {
            model: people.rows.slice(pager.page * people.perPage, (pager.page + 1) * people.perPage)
            Card {
                id: row
                required property var modelData
                required property int index
                x: Math.floor(index / people.rowsFit) * (width + people.gap)
                y: index % people.rowsFit * (people.rowHeight + people.gap)
                width: Math.floor((people.width - (people.columns - 1) * people.gap) / people.columns)
                height: people.rowHeight
                radius: Theme.rKey
                SerifText {
                    id: number
                    x: Theme.px(24)
                    height: parent.height
                    text: row.modelData.number
                    size: Theme.t(34)
                    lead: 1.2
                }
                SansText {
                    anchors.left: number.right
                    anchors.leftMargin: Theme.px(28)
                    width: parent.width - x - Theme.px(24)
                    height: parent.height
                    text: row.modelData.byStaff ? qsTr("工作人员代签") : Theme.say(row.modelData.category)
                    size: Theme.tMin
                    lead: 1.15
                    color: row.modelData.byStaff ? Theme.amber : Theme.ink2
                    horizontalAlignment: Text.AlignRight
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    fontSizeMode: Text.Fit
                    minimumPixelSize: Theme.tMin
                }
            }
        }
    }
    Pager {
        id: pager
        anchors.bottom: parent.bottom
        width: parent.width
        total: people.rows.length
        perPage: people.perPage
    }
}
