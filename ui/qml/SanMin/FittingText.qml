pragma ComponentBehavior: Bound
import QtQuick

// Words that become smaller, line heights too, until they fit the room and leave no orphan; never smaller than what
// can be read.
SerifText {
    id: words

    property int largest: Theme.tCard
    property int room: 0 // px in height; 0 for as much as it takes
    property bool sans: false
    readonly property real fitting: room > 0 && probe.implicitHeight > room ? Math.sqrt(room / probe.implicitHeight) * 0.97 : 1
    // A last line of a character or two moves up into the lines before it.
    readonly property real lines: width > 0 ? probe.implicitWidth * fitting / width : 0
    readonly property real orphan: lines > 1 && lines - Math.floor(lines) < 0.2 ? Math.floor(lines) / lines * 0.98 : 1
    readonly property real share: largest * fitting * orphan >= Theme.tMin ? fitting * orphan : fitting

    size: Math.max(Theme.tMin, Math.floor(largest * share))
    font.family: sans ? Theme.sans : Theme.serif
    wrapMode: Text.Wrap

    SerifText {
        id: probe
        visible: false
        width: words.width
        text: words.text
        size: words.largest
        lead: words.lead
        font.family: words.font.family
        font.bold: words.font.bold
        wrapMode: words.wrapMode
    }
}
