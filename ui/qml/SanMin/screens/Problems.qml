pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// The 61 key problems: "citizens set the questions, directors answer".
ScreenFrame {
    id: screen

    required property ProblemsModel model
    readonly property bool beside: !Theme.portrait && !Theme.elder && !Theme.lowered // filters in a column beside the list
    readonly property int side: Theme.px(Theme.language === "en" ? 400 : 330)
    readonly property int half: Theme.lowered && Theme.portrait ? Math.ceil(height / 2) + Theme.px(8) - area.y : 0
    readonly property bool filtersLast: Theme.lowered && !Theme.portrait
    property string choosing: ""
    property bool ready: false

    // Lowered and large, the line over the bay is the title of an upright screen; a wide one has it while there is room.
    title: Theme.elder && Theme.lowered && (half > 0 || model.filtered) ? "" : qsTr("%1 个重点问题").arg(model.total)
    lowHorizon: true
    headerItems: [
        SansText {
            visible: screen.beside
            text: qsTr("群众出题，局长答题")
            size: Theme.t(28)
            color: Theme.ink2
        },
        TabPill {
            objectName: "clear-filters"
            visible: !screen.beside && screen.model.filtered
            symbol: "close"
            text: qsTr("清除筛选")
            onClicked: screen.model.clearFilters()
        }
    ]
    Component.onCompleted: {
        list.turn(model.page);
        ready = true;
    }

    Connections {
        target: screen.model
        function onPageChanged() {
            list.turn(screen.model.page);
        }
    }
    LoweredView {
        visible: Theme.lowered && Theme.portrait
        frame: screen
        words: qsTr("群众出题，\n局长答题。")
    }
    ProblemTopics {
        id: topics
        visible: screen.beside
        model: screen.model
        width: screen.side
        onChoose: what => screen.choosing = what
    }
    ProblemFilters {
        id: filters
        visible: !screen.beside
        model: screen.model
        y: screen.filtersLast ? screen.area.height - height - Theme.px(4) : screen.half
        width: screen.area.width
        onChoose: what => screen.choosing = what
    }
    ProblemList {
        id: list
        x: screen.beside ? screen.side + Theme.px(40) : 0
        y: screen.beside || screen.filtersLast ? 0 : screen.half + filters.height + Theme.px(20)
        width: screen.area.width - x
        height: screen.area.height - y - Theme.px(4) - (screen.filtersLast ? filters.height + Theme.px(16) : 0)
        visible: screen.model.rows.length > 0
        problems: screen.model.rows
        label: Theme.elder && Theme.portrait ? "" : Theme.say(screen.model.chosen.topic) + " " + qsTr("%1 题，第 %2 题")
        onPlay: number => screen.model.playAnswer(number)
        onRead: number => screen.model.readAnswer(number)
        onTurned: page => {
            if (screen.ready)
                screen.model.turnTo(page);
        }
    }
    QuietState {
        visible: screen.model.rows.length === 0
        x: list.x
        y: Theme.lowered && !Theme.portrait ? Theme.px(300) : list.y
        width: list.width
        title: qsTr("这样选，没有问题")
        message: qsTr("换一个主题、部门或来源试试。")
        SecondaryButton {
            objectName: "clear-filters-empty"
            symbol: "close"
            text: qsTr("清除筛选")
            onClicked: screen.model.clearFilters()
        }
    }
    ChoiceSheet {
        parent: screen
        visible: screen.choosing !== ""
        title: screen.choosing === "department" ? qsTr("由哪个部门回答？") : screen.choosing === "source" ? qsTr("问题从哪里来？") : qsTr("想看哪个主题？")
        choices: screen.choosing === "department" ? screen.model.departments : screen.choosing === "source" ? screen.model.sources : screen.choosing === "topic" ? screen.model.topics : []
        onChosen: id => {
            screen.model.choose(screen.choosing, id);
            screen.choosing = "";
        }
        onClosed: screen.choosing = ""
    }
}
