pragma ComponentBehavior: Bound
import QtQuick

// One video of a department: its still, how long it is, what is in it. `pictured` false leaves the still out.
Touchable {
    id: clip

    required property var info
    required property string title
    property bool standing: Theme.portrait
    property bool pictured: true
    property int largest: Theme.px(44)
    readonly property int pictureWidth: !pictured ? 0 : standing ? width - Theme.px(32) : Math.min(Math.round((height - Theme.px(32)) * 16 / 9), Math.round(width * 0.54))
    readonly property string sign: info.there ? "playf" : "clock"

    implicitHeight: standing ? Math.round((width - Theme.px(32)) * 9 / 16) + Theme.px(220) : Theme.px(236)
    radius: Theme.rCard
    text: title
    Accessible.description: Theme.say(info.duration)

    background: Card {
        color: clip.held ? Theme.foam : Theme.surface
        radius: clip.radius
        border.width: clip.held ? Theme.px(3) : Theme.highContrast ? Theme.stroke : 0
        border.color: Theme.sea
    }

    component PlaySign: Rectangle {
        width: Theme.px(74)
        height: width
        radius: width / 2
        color: clip.held ? Theme.air : Theme.surface
        border.width: Theme.highContrast ? Theme.stroke : 0
        Icon {
            anchors.centerIn: parent
            name: clip.sign
            color: Theme.tile
            size: Theme.px(42)
        }
    }

    contentItem: Item {
        ClipStill {
            id: frame
            visible: clip.pictured
            x: Theme.px(16)
            y: clip.standing ? Theme.px(16) : Math.round((clip.height - height) / 2)
            width: clip.pictureWidth
            height: Math.round(width * 9 / 16)
            poster: clip.info.poster
            PlaySign {
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                anchors.margins: Theme.px(14)
            }
        }
        Column {
            id: words
            x: clip.standing || !clip.pictured ? Theme.px(28) : frame.x + frame.width + Theme.px(26)
            y: clip.standing && clip.pictured ? frame.y + frame.height + Theme.px(16) : Math.round((clip.height - height) / 2)
            width: clip.width - x - Theme.px(clip.pictured ? 14 : 24)
            spacing: Theme.px(2)
            Row {
                spacing: Theme.px(14)
                Icon {
                    visible: !clip.pictured
                    name: clip.sign
                    color: Theme.tile
                    size: Theme.px(40)
                    anchors.verticalCenter: parent.verticalCenter
                }
                FittingText {
                    text: clip.title
                    largest: clip.largest
                    lead: 1.22
                    room: Math.round(clip.largest * lead * (Theme.language === "en" ? 2.1 : 1))
                    width: words.width - (clip.pictured ? 0 : Theme.px(54))
                }
            }
            Row {
                spacing: Theme.px(10)
                Icon {
                    name: "clock"
                    color: Theme.ink2
                    size: Theme.tMin
                    anchors.verticalCenter: parent.verticalCenter
                }
                SansText {
                    text: Theme.say(clip.info.duration)
                    size: Theme.tMin
                    lead: 1.4
                    color: Theme.ink2
                }
            }
            SansText {
                visible: text !== ""
                text: clip.info.there ? Theme.say(clip.info.line) : qsTr("视频还没到，可以先读文字")
                size: Theme.tMin
                lead: 1.25
                color: clip.info.there ? Theme.ink2 : Theme.amber
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
    }
}
