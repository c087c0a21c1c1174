pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The answers to choose from, as large as the room allows.
Grid {
    id: choices

    required property QuestionnaireModel model
    required property int room // px in height
    readonly property bool wide: !Theme.portrait
    readonly property int count: model.question.options.length
    readonly property int across: !wide ? (Theme.lowered && count > 4 ? 2 : 1) : Theme.lowered ? Math.min(4, count) : count <= 3 ? Math.max(1, count) : count > 6 && Theme.elder ? 3 : 2
    readonly property int down: Math.ceil(count / across)
    readonly property int gap: Theme.px(room / down < Theme.px(110) ? 13.1 : 22)
    readonly property int each: Math.floor((width - (across - 1) * gap) / across)

    columns: across
    columnSpacing: gap
    rowSpacing: gap
    Repeater {
        model: choices.count
        QuestionOption {
            required property int index
            readonly property var offered: choices.model.question.options[index] ?? ({
                    "code": 0,
                    "label": null,
                    "chosen": false
                })
            objectName: "answer-" + offered.code
            several: choices.model.question.kind === "several"
            width: choices.each
            height: Math.min(Theme.px(Theme.elder || !choices.wide ? 190 : 170), Math.floor((choices.room - (choices.down - 1) * choices.gap) / choices.down))
            text: Theme.say(offered.label)
            chosen: offered.chosen
            onClicked: choices.model.choose(offered.code)
        }
    }
}
