pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The event's mark with its name, city and year.
Row {
    id: brand

    required property KioskFacts facts

    spacing: Theme.px(22)
    Image {
        source: Qt.resolvedUrl("../../../assets/logo/" + (Theme.highContrast ? "mark-ink.svg" : "mark.svg"))
        sourceSize.width: Theme.px(80)
        sourceSize.height: Theme.px(80)
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        anchors.verticalCenter: parent.verticalCenter
        SerifText {
            text: Theme.say(brand.facts.title)
            size: Theme.t(46)
            lead: 1.1
        }
        SansText {
            text: Theme.say(brand.facts.cityAndYear)
            size: Theme.t(28)
            lead: 1.2
            color: Theme.ink2
        }
    }
}
