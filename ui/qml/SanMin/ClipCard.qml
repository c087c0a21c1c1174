pragma ComponentBehavior: Bound
import QtQuick

// One video of a department: its still, how long it is, what is in it.
Touchable {
    id: clip

    required property var info
    required property string title
    required property string line
    property bool standing: Theme.portrait
    readonly property int pictureWidth: standing ? width - Theme.px(32) : Math.min(Theme.px(372), Math.round(width * 0.52))

    implicitHeight: standing ? Math.round((width - Theme.px(32)) * 9 / 16) + Theme.px(Theme.elder ? 230 : 190) : Theme.px(Theme.elder ? 256 : 246)
    radius: Theme.rCard
    text: title

    background: Card {
        color: clip.held ? Theme.foam : Theme.surface
        radius: clip.radius
        border.width: clip.held ? Theme.px(3) : Theme.highContrast ? Theme.stroke : 0
        border.color: Theme.sea
    }

    contentItem: Item {
        Rectangle {
            id: frame
            x: Theme.px(16)
            y: Theme.px(16)
            width: clip.pictureWidth
            height: Math.round(width * 9 / 16)
            radius: Theme.rKey
            color: Theme.sea
            clip: true
            Image {
                anchors.fill: parent
                source: clip.info.poster
                sourceSize.width: width
                fillMode: Image.PreserveAspectCrop
                visible: clip.info.poster !== ""
            }
            Rectangle {
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                anchors.margins: Theme.px(14)
                width: Theme.px(74)
                height: width
                radius: width / 2
                color: clip.held ? Theme.air : Theme.surface
                Icon {
                    anchors.centerIn: parent
                    name: clip.info.there ? "playf" : "clock"
                    color: Theme.tile
                    size: Theme.px(42)
                }
            }
        }
        Column {
            x: clip.standing ? Theme.px(24) : frame.x + frame.width + Theme.px(28)
            y: clip.standing ? frame.y + frame.height + Theme.px(14) : (clip.height - height) / 2
            width: clip.width - x - Theme.px(16)
            SerifText {
                text: clip.title
                size: Theme.px(Theme.elder ? 50 : 44)
                lead: 1.25
                width: parent.width
                fontSizeMode: Text.HorizontalFit
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
                    color: Theme.ink2
                }
            }
            SansText {
                text: clip.info.there ? Theme.han(clip.line) : qsTr("视频还没到，可以先读文字")
                size: Theme.tMin
                lead: 1.35
                color: clip.info.there ? Theme.ink2 : Theme.amber
                width: parent.width
                wrapMode: Text.Wrap
                maximumLineCount: Theme.elder ? 2 : 3
                fontSizeMode: Text.Fit
                height: Math.min(implicitHeight, Theme.px(Theme.elder ? 110 : 120))
                minimumPixelSize: Theme.tMin
            }
        }
    }
}
