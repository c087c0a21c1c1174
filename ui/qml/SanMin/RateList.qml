pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The same marks as a compact list, for those who know what they want.
Item {
    id: list

    required property RateModel model
    readonly property int rowHeight: Theme.px(Theme.portrait ? (Theme.elder ? 190 : 178) : Theme.elder ? 104 : 78)
    readonly property int perPage: Math.max(1, Math.floor((bottom.y - (pager.pages > 1 ? Theme.px(110) : 0)) / (rowHeight + Theme.px(8))))
    readonly property int nameWidth: Theme.portrait ? width : Math.floor(width * 0.3)

    Column {
        width: parent.width
        spacing: Theme.px(8)
        Repeater {
            model: list.model.rows.slice(pager.page * list.perPage, (pager.page + 1) * list.perPage)
            Item {
                id: row
                required property var modelData
                width: list.width
                height: list.rowHeight
                SansText {
                    width: list.nameWidth - Theme.s3
                    height: Theme.portrait ? Theme.px(Theme.elder ? 74 : 62) : parent.height
                    text: Theme.say(row.modelData.name)
                    size: Theme.tBody
                    lead: 1.15
                    strong: true
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    fontSizeMode: Text.Fit
                    minimumPixelSize: Theme.tMin
                }
                Row {
                    anchors.right: parent.right
                    anchors.bottom: parent.bottom
                    spacing: Theme.s2
                    Repeater {
                        model: list.model.options
                        SecondaryButton {
                            required property var modelData
                            objectName: "mark-" + row.modelData.index + "-" + modelData.code
                            width: Math.floor(((Theme.portrait ? list.width : list.width - list.nameWidth) - 3 * Theme.s2) / 4)
                            height: Theme.px(Theme.elder ? 100 : 76)
                            symbol: row.modelData.code === modelData.code ? "check" : modelData.icon
                            text: Theme.say(modelData.label)
                            chosen: row.modelData.code === modelData.code
                            onClicked: list.model.mark(row.modelData.index, modelData.code)
                        }
                    }
                }
            }
        }
    }
    Pager {
        id: pager
        y: bottom.y - height - Theme.s2
        width: parent.width
        total: list.model.rows.length
        perPage: list.perPage
    }
    Row {
        id: bottom
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(4)
        spacing: Theme.px(20)
        SecondaryButton {
            objectName: "one-by-one"
            ink: Theme.ink
            symbol: "screen"
            text: qsTr("一个一个评")
            onClicked: list.model.setCompact(false)
        }
        PrimaryButton {
            objectName: "review"
            symbol: "cast"
            text: Theme.han(qsTr("核对 %1 项").arg(list.model.chosenCount))
            enabled: list.model.chosenCount > 0
            onClicked: list.model.review()
        }
    }
}
