pragma ComponentBehavior: Bound
import QtQuick

// The review of a ballot or a form: a headline, what is blank, the cover and one press at one side; the list beside.
Item {
    id: layout

    required property ScreenFrame frame
    required property int half
    required property string headline
    property string blankTitle: ""
    property string blankNames: ""
    property string blankLine: ""
    property string trouble: ""
    property bool covered: false
    property bool busy: false
    property bool castable: true
    required property string castText
    property string note: ""
    property string coverText: layout.covered ? qsTr("显示我的选择") : qsTr("遮住我的选择")
    property int columns: Theme.elder ? 1 : 2
    property int longest: Theme.language === "en" || !wide ? 2 : 1
    required property var rows
    readonly property bool wide: !Theme.portrait
    readonly property bool low: Theme.lowered
    readonly property bool tight: low && wide && Theme.elder
    readonly property int sideWidth: wide ? Theme.px(Theme.elder ? 640 : 540) : width
    // The list marks what is blank anyway: its names stand here too as long as they leave room for the buttons.
    readonly property int namesRoom: wide && !low ? foot - acts.height - says.height - Theme.px(Theme.elder ? 168 : 160) - (why.visible ? why.implicitHeight : 0) : Theme.px(Theme.elder ? 190 : 150)
    readonly property int foot: height - Theme.px(low ? 8 : 20)
    readonly property int topRoom: wide && !low ? 0 : head.y + head.height + Theme.px(24)
    readonly property int listTop: low ? half : wide ? 0 : topRoom
    signal show(int index)
    signal cover
    signal cast

    // As many of the names as have room, and how many more there are.
    function shown(names: string, width: int, line: real): string {
        const between = Theme.language === "en" ? ", " : "、";
        const all = names.split(between);
        for (let number = all.length; number > 0; number--) {
            const some = all.slice(0, number).join(between);
            const text = number === all.length ? some : qsTr("%1，还有 %2 个").arg(some).arg(all.length - number);
            if (lines(text.match(Theme.language === "en" ? /[^ ]+ ?/g : /[^、]+、?/g) ?? [], width) * line <= namesRoom)
                return text;
        }
        return "";
    }
    // How many lines pieces take that are not broken.
    function lines(pieces: var, width: int): int {
        let taken = 1, used = 0;
        for (const piece of pieces) {
            const wide = metrics.advanceWidth(piece);
            if (used > 0 && used + wide > width) {
                taken += 1;
                used = 0;
            }
            used += wide;
        }
        return taken;
    }
    // A name is not broken across lines while it fits on one: word joiners between its characters.
    function whole(names: string): string {
        return names.split("、").map(name => name.split("").join("\u2060")).join("、");
    }

    FontMetrics {
        id: metrics
        font.family: Theme.sans
        font.bold: true
        font.pixelSize: Theme.tMin
    }
    LoweredView {
        visible: layout.low
        frame: layout.frame
        words: ""
    }
    // With lowered controls, and in portrait, the words stand above everything; else above the buttons.
    Column {
        id: head
        width: layout.low && layout.wide ? Theme.px(960) : layout.sideWidth
        y: Theme.px(layout.wide && !layout.low ? 6 : 0)
        spacing: Theme.px(layout.wide && !layout.low ? 24 : 18)
        FittingText {
            id: says
            width: parent.width
            text: layout.headline
            largest: Theme.px(layout.wide && !layout.low ? 76 : 64)
            room: Theme.px(layout.wide && !layout.low && !Theme.elder ? 190 : 90)
            lead: 1.16
        }
        Rectangle {
            visible: layout.blankTitle !== "" && layout.trouble === ""
            width: parent.width
            height: blanks.height + Theme.px(40)
            radius: Theme.rButton
            color: Theme.sand
            border.width: Theme.highContrast ? Theme.stroke : 0
            Column {
                id: blanks
                x: Theme.px(30)
                y: Theme.px(20)
                width: parent.width - 2 * x
                spacing: Theme.px(6)
                Row {
                    spacing: Theme.px(14)
                    Icon {
                        name: "blank"
                        color: Theme.amber
                        size: Theme.px(36)
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    SansText {
                        text: layout.blankTitle
                        size: Theme.t(30)
                        lead: 1.3
                        strong: true
                        color: Theme.amber
                    }
                }
                SansText {
                    readonly property bool fits: implicitHeight <= layout.namesRoom
                    visible: fits && text !== ""
                    width: parent.width
                    height: fits ? implicitHeight : 0
                    readonly property string names: layout.shown(layout.blankNames, width, Theme.tMin * lead)
                    text: Theme.language === "en" ? names : layout.whole(names)
                    size: Theme.tMin
                    lead: 1.35
                    strong: true
                    color: Theme.amber
                    wrapMode: Text.Wrap
                }
                SansText {
                    id: why
                    visible: !Theme.elder && text !== ""
                    width: parent.width
                    text: layout.blankLine
                    size: Theme.tMin
                    lead: 1.35
                    color: Theme.amber
                    wrapMode: Text.Wrap
                }
            }
        }
        Trouble {
            objectName: "trouble"
            width: parent.width
            text: layout.trouble
        }
    }
    Column {
        id: acts
        x: layout.low && layout.wide ? parent.width - width : 0
        y: layout.wide && !layout.low ? Math.min(head.y + head.height + Theme.px(36), layout.foot - height) : layout.foot - height
        width: layout.sideWidth
        spacing: layout.tight ? Theme.s2 : Theme.px(18)
        SecondaryButton {
            objectName: "cover"
            height: layout.tight ? Theme.touch : Theme.button
            width: parent.width
            symbol: layout.covered ? "eye" : "eyeoff"
            text: layout.coverText
            chosen: layout.covered
            onClicked: layout.cover()
        }
        PrimaryButton {
            id: castButton
            objectName: "cast"
            width: parent.width
            height: Theme.px(layout.low && layout.wide ? 112 : 128)
            size: Theme.px(Theme.elder ? 52 : 46)
            symbol: "cast"
            busy: layout.busy
            enabled: layout.castable
            text: layout.castText
            onClicked: layout.cast()
            PressRest {
                button: castButton
            }
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.px(12)
            Icon {
                name: "info"
                color: Theme.ink2
                size: Theme.px(32)
                anchors.verticalCenter: parent.verticalCenter
            }
            SansText {
                text: layout.note
                width: Math.min(implicitWidth, acts.width - Theme.px(50))
                size: Theme.tMin
                lead: 1.3
                color: Theme.ink2
                wrapMode: Text.Wrap
            }
        }
    }
    ReviewList {
        x: layout.wide && !layout.low ? layout.sideWidth + Theme.px(48) : 0
        y: layout.listTop
        width: layout.wide ? layout.width - layout.sideWidth - Theme.px(48) : layout.width
        height: (layout.wide ? layout.foot : acts.y - Theme.px(28)) - y
        columns: layout.columns
        tight: layout.low && layout.wide
        longest: layout.longest
        rows: layout.rows
        covered: layout.covered
        onShow: index => layout.show(index)
    }
}
