pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The base of a screen: paper, a header, and a content area inside the margins and above the horizon.
// With lowered controls the header stands at the foot, within everybody's reach.
FocusScope {
    id: frame

    required property Shell shell
    property alias title: bar.title
    property alias showBack: bar.showBack
    property alias showHome: bar.showHome
    property alias showSettings: bar.showSettings
    property alias backText: bar.backText
    property alias backSymbol: bar.backSymbol
    property alias headerItems: bar.middle
    property bool lowHorizon: Theme.elder && Theme.lowered // large letters in half a screen need the room
    property bool header: true
    property bool ownBack: false // the screen itself handles `back`
    readonly property int foot: Theme.px(lowHorizon ? (Theme.elder ? 52 : 40) : 84)
    readonly property int headTop: Theme.px(Theme.portrait ? 44 : 34)
    default property alias content: area.data
    property alias area: area
    signal back

    onBack: {
        if (!frame.ownBack)
            frame.shell.back();
    }

    HeaderBar {
        id: bar
        visible: frame.header
        shell: frame.shell
        x: Theme.margin
        y: Theme.lowered ? frame.height - frame.foot - height - Theme.px(4) : frame.headTop
        width: frame.width - 2 * Theme.margin
        onBackPressed: frame.back()
    }
    Item {
        id: area
        readonly property int room: frame.header ? bar.implicitHeight + Theme.px(20) : 0
        x: Theme.margin
        y: Theme.lowered ? frame.headTop : frame.headTop + room
        width: frame.width - 2 * Theme.margin
        height: frame.height - frame.headTop - room - frame.foot - (Theme.lowered ? Theme.px(4) : 0)
    }
}
