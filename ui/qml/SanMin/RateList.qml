pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The same marks as a compact list, for those who know what they want.
Item {
    id: list

    required property RateModel model
    required property int half
    required property ScreenFrame frame
    readonly property int rowsTop: Theme.lowered ? half : 0
    readonly property int markHeight: Theme.px(76)
    readonly property int nameHeight: Theme.portrait ? Math.round(Theme.t(30) * 1.5) : 0
    readonly property int rowHeight: markHeight + (Theme.portrait ? nameHeight + Theme.px(6) : 0)
    readonly property int gap: Theme.portrait ? Theme.px(20) : Theme.s2
    readonly property int bottomTop: height - Theme.button - Theme.px(8)
    readonly property int perPage: Math.max(1, Math.floor((bottomTop - Theme.s4 - rowsTop + gap) / (rowHeight + gap)))
    readonly property int nameWidth: Theme.portrait ? width : Math.floor(width * 0.3)
    readonly property int pages: Math.max(1, Math.ceil(model.count / perPage))
    readonly property var nothing: ({
            "index": -1,
            "name": null,
            "code": 0
        })
    property int page: 0

    onPagesChanged: page = Math.min(page, pages - 1)

    LoweredView {
        visible: Theme.lowered
        frame: list.frame
        words: qsTr("每个部门评一项")
    }
    Column {
        y: list.rowsTop
        width: parent.width
        spacing: list.gap
        Repeater {
            model: Math.min(list.perPage, list.model.count - list.page * list.perPage)
            Item {
                id: row
                required property int index
                readonly property var modelData: list.model.rows[list.page * list.perPage + index] ?? list.nothing
                width: list.width
                height: list.rowHeight
                FittingText {
                    y: Theme.portrait ? 0 : Math.round((parent.height - height) / 2)
                    width: list.nameWidth - Theme.s3
                    text: Theme.say(row.modelData.name)
                    sans: true
                    largest: Theme.t(30)
                    room: Theme.portrait ? list.nameHeight : parent.height
                    lead: 1.2
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
                            height: list.markHeight
                            side: Theme.px(10)
                            size: Theme.t(30)
                            symbol: chosen ? "check" : Theme.portrait ? "" : modelData.icon
                            text: Theme.say(modelData.label)
                            chosen: row.modelData.code === modelData.code
                            Accessible.name: Theme.say(row.modelData.name) + " " + text
                            onClicked: list.model.mark(row.modelData.index, modelData.code)
                        }
                    }
                }
            }
        }
    }
    Row {
        y: list.bottomTop
        spacing: Theme.s2
        visible: list.pages > 1
        SecondaryButton {
            objectName: "page-before"
            symbol: "up"
            text: Theme.portrait ? "" : qsTr("上一页")
            Accessible.name: qsTr("上一页")
            enabled: list.page > 0
            onClicked: list.page -= 1
        }
        SecondaryButton {
            objectName: "page-after"
            symbol: "down"
            text: Theme.portrait ? "" : qsTr("下一页")
            Accessible.name: qsTr("下一页")
            enabled: list.page + 1 < list.pages
            onClicked: list.page += 1
        }
    }
    Row {
        id: bottom
        anchors.right: parent.right
        y: list.bottomTop
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
