pragma ComponentBehavior: Bound
import QtQuick

// One mark of the rating scale: icon and word, never colour alone, all four alike. Touching the chosen one again
// clears it.
Touchable {
    id: option

    required property string symbol
    property string longest: text // of the words on all cards: they are as large as the longest may be
    property bool chosen: false
    property bool lying: Theme.portrait
    readonly property int faceSize: Math.min(Theme.px(lying ? 124 : 146), Math.round(height * (lying ? 0.66 : 0.5)))
    readonly property int inset: lying ? Math.min(Theme.px(58), Math.round(width * 0.07)) : Theme.px(12)
    readonly property bool narrow: lying && width < Theme.px(620) && height >= Theme.px(200) // the tick is above the word
    readonly property int standing: faceSize + Theme.px(24) + words.height
    readonly property color ink: chosen ? Theme.onFill : Theme.ink

    radius: Theme.px(32)
    checkable: false
    Accessible.role: Accessible.RadioButton
    Accessible.checked: chosen

    PressRest {
        button: option
    }
    TextMetrics {
        id: widest
        font.family: Theme.serif
        font.bold: true
        font.pixelSize: Theme.t(56)
        text: option.longest
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
        Icon {
            id: face
            name: option.symbol
            size: option.faceSize
            color: option.ink
            x: option.lying ? option.inset : Math.round((parent.width - width) / 2)
            y: Math.round((parent.height - (option.lying ? height : option.standing)) / 2)
        }
        FittingText {
            id: words
            text: option.text
            largest: Theme.language === "en" ? Theme.px(Theme.elder ? 48 : 46) : Math.max(Theme.tMin, Math.min(Theme.t(56), Math.floor(Theme.t(56) * width / Math.max(1, widest.advanceWidth + Theme.px(4)))))
            room: option.lying ? Theme.px(120) : Math.round(largest * 2.4)
            lead: 1.15
            color: option.ink
            x: option.lying ? face.x + face.width + Math.min(Theme.px(48), option.inset) : option.inset
            y: option.lying ? Math.round((parent.height - height) / 2) : face.y + face.height + Theme.px(24)
            width: parent.width - x - (option.narrow || !option.lying ? option.inset : tick.width + 2 * tick.aside - Theme.px(12))
            horizontalAlignment: option.lying ? Text.AlignLeft : Text.AlignHCenter
        }
        Rectangle {
            id: tick
            readonly property int aside: option.narrow ? Theme.px(14) : option.lying ? Math.round(option.inset * 0.8) : Theme.px(24)
            visible: option.chosen
            width: Theme.px(60)
            height: width
            radius: width / 2
            color: Theme.onFill
            anchors.right: parent.right
            anchors.rightMargin: aside
            y: option.narrow ? aside : option.lying ? (parent.height - height) / 2 : Theme.px(24)
            Icon {
                anchors.centerIn: parent
                name: "check"
                color: Theme.highContrast ? Theme.ink : Theme.sea
                size: Theme.px(46)
            }
        }
    }
}
