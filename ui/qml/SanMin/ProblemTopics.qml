pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The filters in a column beside the list: topics with their numbers, then department and source.
Column {
    id: side

    required property ProblemsModel model
    signal choose(string what)

    spacing: Theme.s2
    Eyebrow {
        text: qsTr("按主题")
    }
    Repeater {
        model: side.model.topics
        ListRow {
            required property var modelData
            objectName: "topic-" + modelData.id
            width: side.width
            height: Theme.touch
            symbol: modelData.icon
            text: Theme.say(modelData.name)
            trailing: modelData.count
            chevron: false
            chosen: modelData.chosen
            onClicked: side.model.choose("topic", modelData.id)
        }
    }
    Item {
        width: 1
        height: Theme.px(6)
    }
    Eyebrow {
        text: qsTr("再选")
    }
    ProblemFilter {
        objectName: "filter-department"
        width: side.width
        symbol: "city"
        label: qsTr("部门")
        value: Theme.say(side.model.chosen.department)
        given: side.model.given.department
        onClicked: side.choose("department")
    }
    ProblemFilter {
        objectName: "filter-source"
        width: side.width
        symbol: "hotline"
        label: qsTr("来源")
        value: Theme.say(side.model.chosen.source)
        given: side.model.given.source
        onClicked: side.choose("source")
    }
    TextButton {
        objectName: "clear-filters"
        visible: side.model.filtered
        height: Theme.touch
        side: Theme.px(22)
        outline: "transparent"
        ground: "transparent"
        symbol: "close"
        text: qsTr("清除筛选")
        onClicked: side.model.clearFilters()
    }
}
