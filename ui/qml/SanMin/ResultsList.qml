pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// A page of departments: name, a bar of the marks' shares, the score.
Item {
    id: list

    required property ResultsModel model
    property int columns: 1
    property int aside: 0 // room at the left of the pager
    property bool tight: false
    property bool fills: false // its rows share what room is left
    readonly property int leastHeight: tight && Theme.elder ? Theme.touch : Theme.px(Theme.elder ? 124 : Theme.language === "en" ? 92 : 82)
    readonly property int rowHeight: fills ? Math.floor((room + Theme.s2) / perColumn) - Theme.s2 : leastHeight
    readonly property int rowWidth: Math.floor((width - (columns - 1) * Theme.s3) / columns)
    readonly property int room: height - pager.implicitHeight - Theme.s3
    readonly property int perColumn: Math.max(1, Math.floor((room + Theme.s2) / (leastHeight + Theme.s2)))
    readonly property int perPage: perColumn * columns
    readonly property bool bars: !Theme.elder || !Theme.portrait && columns === 1

    Grid {
        columns: list.columns
        flow: Grid.TopToBottom
        rows: list.perColumn
        rowSpacing: Theme.s2
        columnSpacing: Theme.s3
        Repeater {
            model: list.model.rows.slice(pager.page * list.perPage, (pager.page + 1) * list.perPage)
            Touchable {
                id: row
                required property var modelData
                readonly property bool now: list.model.chosen.id === modelData.id
                objectName: "result-" + modelData.id
                width: list.rowWidth
                height: list.rowHeight
                radius: Theme.rKey
                text: Theme.say(modelData.name)
                Accessible.description: modelData.score
                onClicked: list.model.choose(modelData.id)
                background: Card {
                    radius: row.radius
                    color: row.held ? Theme.foam : Theme.surface
                    border.width: row.now ? Theme.px(4) : Theme.highContrast ? Theme.stroke : 0
                    border.color: Theme.sea
                }
                contentItem: Item {
                    SansText {
                        x: Theme.px(24)
                        width: parent.width - x - (list.bars ? bar.width + Theme.px(20) : 0) - score.width - Theme.px(24)
                        height: parent.height
                        text: row.text
                        lead: 1.2
                        strong: row.now
                        wrapMode: Text.Wrap
                        maximumLineCount: 2
                        fontSizeMode: Text.Fit
                        minimumPixelSize: Theme.tMin
                    }
                    ShareBar {
                        id: bar
                        visible: list.bars
                        marks: row.modelData.marks
                        width: Theme.px(list.columns > 1 ? 300 : Theme.portrait ? 340 : Theme.elder ? 620 : 430)
                        height: Theme.px(28)
                        anchors.right: score.left
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    SerifText {
                        id: score
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.px(24)
                        width: Theme.px(Theme.elder ? 150 : 120)
                        height: parent.height
                        text: row.modelData.score === "" ? "–" : row.modelData.score
                        size: Theme.t(40)
                        horizontalAlignment: Text.AlignRight
                    }
                }
            }
        }
    }
    Pager {
        id: pager
        anchors.bottom: parent.bottom
        x: list.aside
        width: parent.width - x
        total: list.model.rows.length
        perPage: list.perPage
    }
}
