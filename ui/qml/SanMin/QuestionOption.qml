pragma ComponentBehavior: Bound
import QtQuick

// One answer to choose: a ring (one of all) or a box (several), its words; chosen is filled and ticked.
Touchable {
    id: option

    property bool several: false
    property bool chosen: false
    readonly property bool tight: Theme.elder && Theme.lowered && !Theme.portrait // two rows of four: every pixel is the words'
    readonly property color ink: chosen ? Theme.onFill : Theme.ink

    radius: Theme.rCard
    Accessible.role: several ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.checked: chosen

    PressRest {
        button: option
    }
    background: Rectangle {
        radius: option.radius
        color: option.chosen ? Theme.sea : option.held ? Theme.foam : Theme.surface
        border.width: option.held ? Theme.px(6) : Math.max(Theme.px(3), Theme.highContrast ? Theme.stroke : 0)
        border.color: option.held || option.chosen ? Theme.sea : Theme.edge
        EdgeShadow {
            level: option.chosen ? 2 : 1
            radius: option.radius
        }
    }
    contentItem: Item {
        Rectangle {
            id: mark
            x: Theme.px(option.tight ? 16 : 30)
            width: Theme.px(52)
            height: width
            radius: option.several ? Theme.px(12) : width / 2
            color: option.chosen ? Theme.onFill : "transparent"
            border.width: option.chosen ? 0 : Theme.px(3)
            border.color: Theme.edge
            anchors.verticalCenter: parent.verticalCenter
            Icon {
                visible: option.chosen
                anchors.centerIn: parent
                name: "check"
                color: Theme.highContrast ? Theme.ink : Theme.sea
                size: Theme.px(40)
            }
        }
        FittingText {
            x: mark.x + mark.width + Theme.px(option.tight ? 14 : 26)
            width: parent.width - x - Theme.px(option.tight ? 10 : 18)
            text: option.text
            largest: Theme.px((Theme.elder ? 50 : 40) * (Theme.language === "en" ? 0.88 : 1))
            room: option.height - Theme.px(12)
            lead: 1.2
            color: option.ink
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
