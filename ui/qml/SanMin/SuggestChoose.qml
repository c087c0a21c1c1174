pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Step 2: which department, if the person knows. In landscape Chinese all 38 stand on one page.
Item {
    id: step

    required property SuggestModel model
    required property ScreenFrame frame
    readonly property bool plain: !Theme.portrait && !Theme.elder
    readonly property int columns: Theme.portrait ? (Theme.elder ? 1 : 2) : Theme.elder ? 2 : Theme.language === "en" ? 4 : 5
    readonly property int rowHeight: Theme.elder ? Theme.px(96) : Math.ceil(18.05 * Theme.pxPerMm)
    // Without a whole row in the lower half (large letters), the list begins one row higher.
    readonly property int half: Math.ceil(frame.height / 2) - frame.area.y
    readonly property int listTop: Theme.lowered ? Math.min(half, listBottom - rowHeight - Theme.s2) : question.height + Theme.px(14)
    readonly property int listBottom: plain ? bottom.y : pager.y
    readonly property int rows: Math.max(1, Math.floor((listBottom - listTop) / (rowHeight + Theme.s2)))
    readonly property int perPage: columns * rows

    function showChosen() {
        const at = model.departments.findIndex(department => department.id === model.department);
        pager.page = at < 0 ? 0 : Math.floor(at / perPage);
    }

    Component.onCompleted: showChosen()

    LoweredView {
        visible: Theme.lowered
        frame: step.frame
        words: qsTr("想说给\n哪个部门听？")
    }
    SerifText {
        id: question
        visible: !Theme.lowered
        width: parent.width
        text: qsTr("想说给哪个部门听？不知道也没关系。")
        size: Theme.px(Theme.elder ? 52 : 46)
        wrapMode: Text.Wrap
    }
    Grid {
        y: step.listTop
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
                symbol: chosen ? "check" : ""
                onClicked: step.model.chooseDepartment(modelData.id)
            }
        }
    }
    Pager {
        id: pager
        y: step.plain ? bottom.y + Math.round((bottom.height - height) / 2) : bottom.y - height - Theme.s2
        width: step.plain ? bottom.x - Theme.s4 : parent.width
        total: step.model.departments.length
        perPage: step.perPage
    }
    Row {
        id: bottom
        x: parent.width - width
        y: parent.height - height
        spacing: Theme.s2
        SecondaryButton {
            objectName: "let-centre-choose"
            symbol: "forward"
            text: qsTr("不知道，请中心转办")
            width: step.plain ? implicitWidth : Math.min(implicitWidth, step.width - onward.width - Theme.s2)
            onClicked: {
                step.model.chooseDepartment("");
                step.model.forward();
            }
        }
        PrimaryButton {
            id: onward
            objectName: "forward"
            symbol: "next"
            symbolAfter: true
            text: qsTr("下一步")
            enabled: step.model.department !== ""
            onClicked: step.model.forward()
        }
    }
}
