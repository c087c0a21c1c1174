pragma ComponentBehavior: Bound
import QtQuick

// One mark of the rating scale: icon and word, never colour alone. Touching the chosen one again clears it.
Touchable {
    id: option

    required property string symbol
    property bool chosen: false
    property bool lying: Theme.portrait

    radius: Theme.px(32)
    checkable: false
    Accessible.role: Accessible.RadioButton
    Accessible.checked: chosen

    PressRest {
        button: option
    }
    background: Rectangle {
        radius: option.radius
        color: option.chosen ? Theme.sea : option.held ? Theme.foam : Theme.surface
        border.width: option.held ? Theme.px(6) : Math.max(Theme.px(3), Theme.highContrast ? Theme.stroke : 0)
        border.color: option.held || option.chosen ? Theme.sea : Theme.edge
        SoftShadow {
            level: option.chosen ? 2 : 1
            radius: option.radius
        }
    }

    contentItem: Item {
        Icon {
            id: face
            name: option.symbol
            size: Theme.px(option.lying ? 124 : 146)
            color: option.chosen ? Theme.onFill : Theme.ink
            x: option.lying ? Theme.px(58) : (parent.width - width) / 2
            y: option.lying ? (parent.height - height) / 2 : Math.max(Theme.px(14), (parent.height - height - Theme.px(100)) / 2)
        }
        SerifText {
            text: option.text
            size: Theme.t(56)
            lead: 1.15
            color: option.chosen ? Theme.onFill : Theme.ink
            x: option.lying ? Theme.px(230) : Theme.px(12)
            y: option.lying ? 0 : face.y + face.height + Theme.px(20)
            width: parent.width - x - Theme.px(option.lying ? 110 : 12)
            height: option.lying ? parent.height : Theme.px(74)
            horizontalAlignment: option.lying ? Text.AlignLeft : Text.AlignHCenter
            fontSizeMode: Text.HorizontalFit
        }
        Rectangle {
            visible: option.chosen
            width: Theme.px(option.lying ? 76 : 60)
            height: width
            radius: width / 2
            color: Theme.onFill
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(option.lying ? 56 : 24)
            y: option.lying ? (parent.height - height) / 2 : Theme.px(24)
            Icon {
                anchors.centerIn: parent
                name: "check"
                color: Theme.highContrast ? "#000000" : Theme.sea
                size: Theme.px(46)
            }
        }
    }
}
