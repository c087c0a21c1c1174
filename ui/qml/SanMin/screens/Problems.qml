pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// The 61 key problems: "citizens set the questions, directors answer".
ScreenFrame {
    id: screen

    required property ProblemsModel model
    readonly property bool wide: !Theme.portrait
    readonly property int side: wide ? Theme.px(Theme.elder ? 420 : 330) : area.width
    readonly property int rowHeight: Theme.px(wide ? (Theme.elder ? 176 : 146) : (Theme.elder ? 226 : 196))
    readonly property int listX: wide ? side + Theme.px(40) : 0
    readonly property int listY: wide ? 0 : filters.height + Theme.px(20)
    readonly property int perPage: Math.max(1, Math.floor((area.height - listY - Theme.px(Theme.elder ? 116 : 92)) / (rowHeight + Theme.px(16))))
    property string choosing: ""

    title: qsTr("%1 个重点问题").arg(model.total)
    lowHorizon: true
    headerItems: [
        SansText {
            visible: screen.wide && !Theme.elder
            text: qsTr("群众出题，局长答题")
            size: Theme.t(28)
            color: Theme.ink2
        }
    ]

    Item {
        id: filters
        width: screen.side
        height: flow.height
        Flow {
            id: flow
            width: parent.width
            spacing: Theme.s2
            Eyebrow {
                visible: screen.wide
                text: qsTr("按主题")
                width: screen.side
            }
            Repeater {
                model: screen.model.topics
                ListRow {
                    required property var modelData
                    objectName: "topic-" + modelData.id
                    width: screen.wide ? screen.side : Math.floor((screen.side - 2 * Theme.s2) / 3)
                    height: Theme.px(Theme.elder ? 96 : 78)
                    symbol: modelData.icon
                    text: Theme.say(modelData.name)
                    trailing: modelData.count
                    chevron: false
                    chosen: modelData.chosen
                    onClicked: screen.model.chooseTopic(modelData.id)
                }
            }
            Item {
                visible: screen.wide && !Theme.elder
                width: screen.side
                height: Theme.px(10)
            }
            Eyebrow {
                visible: screen.wide && !Theme.elder
                text: qsTr("再选")
                width: screen.side
            }
            SecondaryButton {
                objectName: "filter-department"
                width: screen.wide ? screen.side : Math.floor((screen.side - 2 * Theme.s2) / 3)
                height: Theme.px(Theme.elder ? 96 : 78)
                symbol: "city"
                text: Theme.han(qsTr("部门：%1").arg(Theme.say(screen.model.chosen.department)))
                onClicked: screen.choosing = "department"
            }
            SecondaryButton {
                objectName: "filter-source"
                width: screen.wide ? screen.side : Math.floor((screen.side - 2 * Theme.s2) / 3)
                height: Theme.px(Theme.elder ? 96 : 78)
                symbol: "hotline"
                text: Theme.han(qsTr("来源：%1").arg(Theme.say(screen.model.chosen.source)))
                onClicked: screen.choosing = "source"
            }
            TextButton {
                objectName: "clear-filters"
                visible: screen.model.filtered
                width: screen.wide ? screen.side : implicitWidth
                height: Theme.px(Theme.elder ? 96 : 78)
                outline: "transparent"
                ground: "transparent"
                symbol: "close"
                text: qsTr("清除筛选")
                onClicked: screen.model.clearFilters()
            }
        }
    }
    Column {
        x: screen.listX
        y: screen.listY
        width: screen.area.width - x
        spacing: Theme.px(16)
        Repeater {
            model: screen.model.rows.slice(pager.page * screen.perPage, (pager.page + 1) * screen.perPage)
            ProblemRow {
                width: screen.area.width - screen.listX
                height: screen.rowHeight
                onPlay: number => screen.model.playAnswer(number)
                onRead: number => screen.model.readAnswer(number)
            }
        }
    }
    QuietState {
        visible: screen.model.rows.length === 0
        x: screen.listX
        y: screen.listY
        width: screen.area.width - x
        title: qsTr("这样选，没有问题")
        message: qsTr("换一个主题、部门或来源试试。")
        SecondaryButton {
            objectName: "clear-filters-empty"
            symbol: "close"
            text: qsTr("清除筛选")
            onClicked: screen.model.clearFilters()
        }
    }
    Pager {
        id: pager
        x: screen.listX
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(4)
        width: screen.area.width - x
        total: screen.model.rows.length
        perPage: screen.perPage
        label: Theme.han(qsTr("%1 %2 题，第 %3–%4 题").arg(Theme.say(screen.model.chosen.topic)).arg(total).arg(page * perPage + 1).arg(Math.min(total, (page + 1) * perPage)))
    }
    ChoiceSheet {
        parent: screen
        visible: screen.choosing !== ""
        title: screen.choosing === "department" ? qsTr("由哪个部门回答？") : qsTr("问题从哪里来？")
        choices: screen.choosing === "department" ? screen.model.departments : screen.choosing === "source" ? screen.model.sources : []
        onChosen: id => {
            if (screen.choosing === "department")
                screen.model.chooseDepartment(id);
            else
                screen.model.chooseSource(id);
            screen.choosing = "";
        }
        onClosed: screen.choosing = ""
    }
}
