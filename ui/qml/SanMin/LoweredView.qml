pragma ComponentBehavior: Bound
import QtQuick

// The view over the bay that takes the upper half where all controls are in the lower one.
Item {
    id: view

    required property ScreenFrame frame
    required property string words

    x: -frame.area.x
    y: -frame.area.y
    width: frame.width
    height: Math.ceil(frame.height / 2) - Theme.px(12)

    Shore {
        visible: !Theme.highContrast
        anchors.fill: parent
        waterline: Theme.portrait ? 0.86 : 0.8
        size: Theme.portrait ? 1.05 : 0.86
        pavilionX: Theme.px(Theme.portrait ? 60 : 1050)
        roofsX: Theme.px(Theme.portrait ? 470 : 1490)
        sunX: Theme.px(Theme.portrait ? 420 : 1010)
    }
    SerifText {
        x: Theme.margin
        y: Theme.px(Theme.portrait ? 130 : 110)
        text: view.words
        size: Theme.px((Theme.portrait ? 96 : 84) * (Theme.language === "en" ? 0.86 : 1))
        lead: 1.2
    }
}
