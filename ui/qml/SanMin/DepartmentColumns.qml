pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// All departments at once, one column per session. Names do not move while one types; what does not match goes quiet.
Row {
    id: columns

    required property DepartmentsModel model
    readonly property int rowHeight: Theme.px(73)

    spacing: Theme.s2
    Repeater {
        model: columns.model.columns
        Column {
            id: column
            required property var modelData
            width: Math.floor((columns.width - 3 * columns.spacing) / 4)
            spacing: Theme.s2
            Item {
                width: parent.width
                height: Theme.px(42)
                SerifText {
                    text: Theme.say(column.modelData.title)
                    size: Theme.t(32)
                    lead: 1
                    height: parent.height - Theme.px(4)
                }
                SansText {
                    anchors.right: parent.right
                    text: Theme.say(column.modelData.note)
                    size: Theme.tMin
                    lead: 1
                    height: parent.height - Theme.px(4)
                    color: Theme.ink2
                }
                Rectangle {
                    anchors.bottom: parent.bottom
                    width: parent.width
                    height: Theme.px(3)
                    color: Theme.ink
                }
            }
            Repeater {
                model: column.modelData.rows
                DepartmentRow {
                    required property var modelData
                    objectName: "department-" + modelData.id
                    width: column.width
                    height: columns.rowHeight
                    info: modelData
                    chosen: modelData.found
                    quiet: modelData.quiet
                    onClicked: columns.model.choose(modelData.id)
                }
            }
        }
    }
}
