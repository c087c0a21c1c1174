pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// All departments at once, one column per session.
Row {
    id: columns

    required property DepartmentsModel model

    spacing: Theme.s3
    Repeater {
        model: columns.model.columns
        Column {
            id: column
            required property var modelData
            width: Math.floor((columns.width - 3 * columns.spacing) / 4)
            spacing: Theme.px(11)
            Item {
                width: parent.width
                height: Theme.px(42)
                SerifText {
                    text: Theme.say(column.modelData.title)
                    size: Theme.t(32)
                    lead: 1
                    height: parent.height
                }
                SansText {
                    anchors.right: parent.right
                    text: Theme.say(column.modelData.note)
                    size: Theme.px(Theme.language === "en" ? 24 : 28)
                    lead: 1
                    height: parent.height
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
                ListRow {
                    required property var modelData
                    objectName: "department-" + modelData.id
                    width: column.width
                    height: Theme.px(74)
                    text: Theme.say(modelData.name)
                    chosen: modelData.found
                    quiet: modelData.quiet
                    onClicked: columns.model.choose(modelData.id)
                }
            }
        }
    }
}
