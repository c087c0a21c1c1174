pragma ComponentBehavior: Bound
import QtQuick

// A kiosk that cannot go on: what is the matter, what to do, that nothing is lost, and a code for support.
Item {
    id: still

    required property string title
    required property string line
    required property string support
    required property string supportLine
    property string safe: ""
    property int foot: Theme.px(84)
    property string picture: "door-rate@1.5x.png"
    readonly property bool wide: !Theme.portrait
    readonly property bool arch: wide && !Theme.elder && !Theme.highContrast
    readonly property int wordsX: arch ? Theme.px(620) : 0
    readonly property int qrSide: Theme.px(300)
    readonly property int actsRoom: row.height > 0 ? row.height + Theme.px(48) : 0
    default property alias actions: row.data

    Image {
        visible: still.arch
        y: Math.round((parent.height - Theme.px(24) - height) / 2)
        width: Theme.px(560)
        height: Math.round(width * 436 / 418)
        source: Qt.resolvedUrl("../../../assets/scenery/" + still.picture)
        mipmap: true
    }
    Shore {
        visible: !still.wide && !Theme.lowered && !Theme.highContrast && height > Theme.px(360)
        readonly property int start: Math.max(plate.y + plate.height, row.y + row.height) + Theme.px(60)
        x: -still.x - Theme.margin
        y: start
        width: still.width + 2 * Theme.margin
        height: still.height + still.foot - start
        waterline: 0.7
        pavilionX: Theme.px(60)
        roofsX: Theme.px(470)
        sunX: Theme.px(420)
    }
    Column {
        id: words
        x: still.wordsX
        y: still.wide && !Theme.lowered ? Math.max(Theme.px(24), Math.round((still.height - Theme.px(24) - height - still.actsRoom) / 2)) : Theme.px(still.wide ? 40 : 60)
        width: (still.wide ? plate.x - Theme.px(56) : parent.width) - x
        spacing: Theme.px(still.wide ? 26 : 36)
        Eyebrow {
            text: qsTr("本终端暂停使用")
        }
        SerifText {
            width: parent.width
            text: Theme.han(still.title)
            size: Theme.px((still.wide ? 76 : 88) * (Theme.language === "en" ? 0.84 : 1))
            wrapMode: Text.Wrap
        }
        SansText {
            width: parent.width
            text: Theme.han(still.line)
            size: Theme.t(34)
            lead: 1.6
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
        Rectangle {
            visible: still.safe !== ""
            width: parent.width
            height: safeWords.implicitHeight + Theme.px(44)
            radius: Theme.rButton
            color: Theme.mint
            border.width: Theme.highContrast ? Theme.stroke : 0
            Icon {
                x: Theme.px(30)
                name: "checkc"
                color: Theme.pine
                size: Theme.px(44)
                anchors.verticalCenter: parent.verticalCenter
            }
            SansText {
                id: safeWords
                x: Theme.px(96)
                width: parent.width - x - Theme.px(20)
                anchors.verticalCenter: parent.verticalCenter
                text: Theme.han(still.safe)
                strong: true
                color: Theme.pine
                wrapMode: Text.Wrap
            }
        }
    }
    Flow {
        id: row
        x: still.wordsX
        y: Theme.lowered ? still.height - height - Theme.px(still.wide ? 20 : 60) : still.wide ? words.y + words.height + Theme.px(48) : plate.y + plate.height + Theme.px(48)
        width: words.width
        spacing: Theme.s4
    }
    Card {
        id: plate
        level: 2
        radius: Theme.rSheet
        x: still.wide ? parent.width - width : 0
        y: still.wide ? (Theme.lowered ? Theme.px(40) : Math.max(0, Math.round((still.height - Theme.px(24) - height) / 2))) : words.y + words.height + Theme.px(56)
        width: still.wide ? Theme.px(Theme.elder ? 480 : 380) : parent.width
        height: still.wide ? plateWords.y + plateWords.height + Theme.px(36) : still.qrSide + Theme.px(80)
        QrImage {
            id: qr
            x: still.wide ? Math.round((plate.width - width) / 2) : Theme.px(40)
            y: Theme.px(40)
            text: still.support
            size: still.qrSide
        }
        Column {
            id: plateWords
            x: still.wide ? Theme.px(28) : qr.x + qr.width + Theme.px(40)
            y: still.wide ? qr.y + qr.height + Theme.px(20) : Math.round((plate.height - height) / 2)
            width: plate.width - x - Theme.px(28)
            spacing: Theme.px(10)
            SansText {
                width: parent.width
                text: qsTr("给技术支持看")
                size: Theme.tMin
                strong: true
                color: Theme.sea
                horizontalAlignment: still.wide ? Text.AlignHCenter : Text.AlignLeft
                wrapMode: Text.Wrap
            }
            SansText {
                width: parent.width
                text: still.supportLine
                size: Theme.tMin
                color: Theme.ink2
                horizontalAlignment: still.wide ? Text.AlignHCenter : Text.AlignLeft
                wrapMode: Text.Wrap
            }
        }
    }
}
