pragma ComponentBehavior: Bound
import QtQuick

// Problems in pages: rows that share the height there is; tall cards side by side where controls are lowered.
Item {
    id: list

    required property var problems
    property bool plain: false // without cards and without departments: inside a department's own card
    property string label: ""
    property int page: 0
    readonly property int gap: Theme.px(plain ? 0 : 14)
    readonly property bool tall: Theme.lowered && !Theme.portrait
    readonly property bool stacked: plain || Theme.portrait
    // Chinese, English: measured with the longest questions and names of departments.
    readonly property var leastOf: Theme.elder ? (stacked ? (plain ? [250, 272] : [350, 480]) : [204, 280]) : stacked ? (plain ? [196, 232] : [262, 272]) : [150, 188]
    readonly property int least: tall ? height : Theme.px(leastOf[Theme.language === "en" ? 1 : 0])
    readonly property int most: tall ? height : Math.round(least * 1.3)
    readonly property int columns: !tall ? 1 : Theme.elder ? 2 : plain ? 1 : 4
    readonly property int lines: Math.ceil(problems.length / columns)
    readonly property bool paged: tall ? problems.length > columns : lines * (least + gap) - gap > height
    readonly property int room: paged ? height - pager.implicitHeight - Theme.s2 : height
    readonly property int linesShown: tall ? 1 : paged ? Math.max(1, Math.floor((room + gap) / (least + gap))) : Math.max(1, lines)
    readonly property int perPage: linesShown * columns
    readonly property int rowHeight: tall ? room : Math.min(most, Math.floor((room - (linesShown - 1) * gap) / linesShown))
    signal play(int number)
    signal read(int number)
    signal turned(int page)

    function turn(page: int) {
        pager.page = Math.max(0, Math.min(page, pager.pages - 1));
    }

    Grid {
        columns: list.columns
        columnSpacing: Theme.s2
        rowSpacing: list.gap
        Repeater {
            model: list.problems.slice(pager.page * list.perPage, (pager.page + 1) * list.perPage)
            ProblemRow {
                width: Math.floor((list.width - (list.columns - 1) * Theme.s2) / list.columns)
                height: list.rowHeight
                plain: list.plain
                tall: list.tall
                stacked: list.stacked
                onPlay: number => list.play(number)
                onRead: number => list.read(number)
            }
        }
    }
    Pager {
        id: pager
        anchors.bottom: parent.bottom
        width: parent.width
        total: list.problems.length
        perPage: list.perPage
        onPageChanged: list.turned(page)
        Binding on label {
            when: list.label !== ""
            value: list.label === "" ? "" : Theme.han(list.label.arg(pager.total).arg(pager.span))
        }
    }
}
