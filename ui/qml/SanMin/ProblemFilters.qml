pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The three filters in one line, or one under the other where letters are large and the screen is narrow.
Grid {
    id: filters

    required property ProblemsModel model
    readonly property bool narrow: Theme.portrait && Theme.elder
    readonly property bool one: narrow && Theme.lowered // the lower half has room for one filter: the one that is given
    readonly property int each: Math.floor((width - (columns - 1) * spacing) / columns)
    readonly property int tallest: Math.max(topic.implicitHeight, department.implicitHeight, source.implicitHeight)
    signal choose(string what)

    columns: narrow ? 1 : 3
    spacing: Theme.s2
    ProblemFilter {
        id: topic
        objectName: "filter-topic"
        visible: !filters.one || given || !(department.given || source.given)
        width: filters.each
        height: filters.narrow ? implicitHeight : filters.tallest
        symbol: "list"
        label: qsTr("主题")
        value: Theme.say(filters.model.chosen.topic)
        given: filters.model.given.topic
        onClicked: filters.choose("topic")
    }
    ProblemFilter {
        id: department
        objectName: "filter-department"
        visible: !filters.one || given
        width: filters.each
        height: filters.narrow ? implicitHeight : filters.tallest
        symbol: "city"
        label: qsTr("部门")
        value: Theme.say(filters.model.chosen.department)
        given: filters.model.given.department
        onClicked: filters.choose("department")
    }
    ProblemFilter {
        id: source
        objectName: "filter-source"
        visible: !filters.one || given
        width: filters.each
        height: filters.narrow ? implicitHeight : filters.tallest
        symbol: "hotline"
        label: qsTr("来源")
        value: Theme.say(filters.model.chosen.source)
        given: filters.model.given.source
        onClicked: filters.choose("source")
    }
}
