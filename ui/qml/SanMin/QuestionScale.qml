pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The points of a scale in a row, with the words of both ends under them.
Column {
    id: scale

    required property QuestionnaireModel model
    required property int room
    readonly property int count: model.question.options.length
    readonly property int gap: Theme.px(count > 7 ? 14 : 22)
    readonly property int across: Math.max(1, Math.min(count, Math.floor((width + gap) / (Theme.touch + gap))))
    readonly property int each: Math.floor((width - (across - 1) * gap) / across)
    readonly property int used: across * each + (across - 1) * gap
    readonly property int down: Math.ceil(count / across)

    spacing: Theme.px(20)
    Grid {
        columns: scale.across
        spacing: scale.gap
        Repeater {
            model: scale.count
            Touchable {
                id: point
                required property int index
                readonly property var offered: scale.model.question.options[index] ?? ({
                        "code": 0,
                        "chosen": false
                    })
                readonly property bool chosen: offered.chosen
                objectName: "answer-" + offered.code
                width: scale.each
                height: Math.min(Theme.px(Theme.portrait ? 250 : 300), Math.floor((scale.room - Theme.px(Theme.elder ? 90 : 70) - (scale.down - 1) * scale.gap) / scale.down))
                radius: Theme.rCard
                text: offered.code
                Accessible.name: index === 0 ? text + " " + Theme.say(scale.model.question.leastLabel) : index === scale.count - 1 ? text + " " + Theme.say(scale.model.question.mostLabel) : text
                Accessible.role: Accessible.RadioButton
                Accessible.checked: chosen
                onClicked: scale.model.choose(offered.code)
                PressRest {
                    button: point
                }
                background: Rectangle {
                    radius: point.radius
                    color: point.chosen ? Theme.sea : point.held ? Theme.foam : Theme.surface
                    border.width: point.held ? Theme.px(6) : Math.max(Theme.px(3), Theme.highContrast ? Theme.stroke : 0)
                    border.color: point.held || point.chosen ? Theme.sea : Theme.edge
                    SoftShadow {
                        level: 1
                        radius: point.radius
                    }
                }
                contentItem: Item {
                    SerifText {
                        anchors.centerIn: parent
                        anchors.verticalCenterOffset: point.chosen && point.height > Theme.px(140) ? Theme.px(-30) : 0
                        text: point.text
                        size: Theme.px(point.height > Theme.px(200) ? 96 : 76)
                        lead: 1
                        color: point.chosen ? Theme.onFill : Theme.ink
                    }
                    Icon {
                        visible: point.chosen
                        name: "check"
                        color: Theme.onFill
                        size: Theme.px(44)
                        x: point.height > Theme.px(140) ? Math.round((parent.width - width) / 2) : parent.width - width - Theme.px(14)
                        y: point.height > Theme.px(140) ? parent.height - height - Theme.px(18) : Theme.px(10)
                    }
                }
            }
        }
    }
    Item {
        width: scale.used
        height: Math.max(left.height, right.height)
        SansText {
            id: left
            width: Math.floor(parent.width / 2) - Theme.px(12)
            text: Theme.say(scale.model.question.leastLabel)
            size: Theme.t(32)
            strong: true
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
        SansText {
            id: right
            anchors.right: parent.right
            width: left.width
            text: Theme.say(scale.model.question.mostLabel)
            size: Theme.t(32)
            strong: true
            color: Theme.ink2
            horizontalAlignment: Text.AlignRight
            wrapMode: Text.Wrap
        }
    }
}
