pragma ComponentBehavior: Bound
import QtQuick

// The words under the lamps: the step, when it was taken, and in a sentence what was done.
Row {
    id: way

    required property var lamps
    required property var names
    property bool noted: true

    Repeater {
        model: way.lamps
        Column {
            id: stop
            required property var modelData
            readonly property bool now: modelData.phase === "now"
            width: Math.floor(way.width / 5)
            TextMetrics {
                id: sentence
                font.family: Theme.sans
                font.bold: Theme.highContrast
                font.pixelSize: Theme.tMin
                text: Theme.say(stop.modelData.note)
            }
            SerifText {
                anchors.horizontalCenter: parent.horizontalCenter
                width: parent.width - Theme.px(8)
                horizontalAlignment: Text.AlignHCenter
                text: way.names[stop.modelData.state]
                size: Theme.px(38)
                lead: 1.2
                color: stop.now ? Theme.tile : Theme.ink
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.tMin
            }
            SansText {
                anchors.horizontalCenter: parent.horizontalCenter
                text: stop.modelData.lit ? Theme.say(stop.modelData.on) : stop.modelData.phase === "next" ? qsTr("在路上") : "–"
                size: Theme.tMin
                lead: 1.3
                strong: stop.now
                color: Theme.ink2
            }
            SansText {
                readonly property real room: parent.width - Theme.px(28)
                readonly property int lines: Math.ceil(sentence.advanceWidth / room)
                visible: way.noted && text !== ""
                width: lines < 2 ? room : Math.min(room, Math.ceil(sentence.advanceWidth / lines) + size) // lines of equal length
                anchors.horizontalCenter: parent.horizontalCenter
                horizontalAlignment: Text.AlignHCenter
                text: Theme.say(stop.modelData.note)
                size: Theme.tMin
                lead: 1.25
                color: stop.now ? Theme.ink : Theme.ink2
                wrapMode: Text.Wrap
            }
        }
    }
}
