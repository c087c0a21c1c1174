pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Step 2: which department, if the person knows.
Item {
    id: step

    required property SuggestModel model
    readonly property int columns: Theme.portrait ? (Theme.elder ? 1 : 2) : Theme.elder ? 2 : 4
    readonly property int rowHeight: Theme.px(Theme.elder ? 104 : 76)
    readonly property int perPage: columns * Math.max(1, Math.floor((bottom.y - Theme.px(100) - (columns === 4 ? 0 : Theme.px(110))) / (rowHeight + Theme.s2)))

    SerifText {
        id: question
        width: parent.width
        text: qsTr("想说给哪个部门听？不知道也没关系。")
        size: Theme.px(Theme.portrait ? 46 : 52)
        height: Theme.px(80)
        fontSizeMode: Text.HorizontalFit
    }
    Grid {
        y: Theme.px(96)
        columns: step.columns
        spacing: Theme.s2
        Repeater {
            model: step.model.departments.slice(pager.page * step.perPage, (pager.page + 1) * step.perPage)
            ListRow {
                required property var modelData
                objectName: "choose-" + modelData.id
                width: Math.floor((step.width - (step.columns - 1) * Theme.s2) / step.columns)
                height: step.rowHeight
                text: Theme.say(modelData.name)
                chevron: false
                chosen: step.model.department === modelData.id
                onClicked: step.model.chooseDepartment(modelData.id)
            }
        }
    }
    Pager {
        id: pager
        y: bottom.y - height - Theme.s2
        width: parent.width
        total: step.model.departments.length
        perPage: step.perPage
    }
    Row {
        id: bottom
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(12)
        spacing: Theme.s2
        SecondaryButton {
            objectName: "let-centre-choose"
            text: qsTr("不知道，请中心转办")
            onClicked: {
                step.model.chooseDepartment("");
                step.model.forward();
            }
        }
        PrimaryButton {
            objectName: "forward"
            symbol: "next"
            symbolAfter: true
            text: qsTr("下一步")
            enabled: step.model.department !== ""
            onClicked: step.model.forward()
        }
    }
}
