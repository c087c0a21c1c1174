pragma ComponentBehavior: Bound
import QtQuick

// The ways on from a staff screen, in a row of equal buttons; two by two where the screen is narrow.
Item {
    id: acts

    required property list<var> all // [{id, symbol, text, primary, enabled}]
    property int most: Theme.portrait ? 2 : 6
    property int each: Theme.px(Theme.elder ? 128 : 100)
    readonly property int gap: Theme.px(16)
    readonly property int rows: Math.ceil(all.length / inRow)
    readonly property int inRow: Math.max(1, Math.min(most, all.length))
    signal act(string id)

    // Placed by hand: a positioner would place what is new only when it is drawn.
    height: rows > 0 ? rows * (each + gap) - gap : 0
    Repeater {
        model: acts.all
        StaffAct {
            required property var modelData
            required property int index
            readonly property bool alone: acts.rows > 1 && index === acts.all.length - 1 && index % acts.inRow === 0
            x: alone ? 0 : index % acts.inRow * (width + acts.gap)
            y: Math.floor(index / acts.inRow) * (acts.each + acts.gap)
            objectName: modelData.id
            width: alone ? acts.width : Math.floor((acts.width - (acts.inRow - 1) * acts.gap) / acts.inRow)
            height: acts.each
            symbol: modelData.symbol ?? ""
            text: modelData.text
            primary: modelData.primary ?? false
            enabled: modelData.enabled ?? true
            onClicked: acts.act(modelData.id)
        }
    }
}
