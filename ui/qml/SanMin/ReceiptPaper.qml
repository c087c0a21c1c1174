pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The receipt itself: a QR to take along, the code, and the wave one can recognise it by.
Card {
    id: paper

    required property ReceiptModel model
    required property bool ballot
    property alias actions: row.data
    readonly property int inset: Theme.px(48)
    readonly property int gap: Theme.px(Theme.elder ? 18 : 26)

    level: 3
    radius: Theme.rSheet
    implicitHeight: column.height + 2 * Theme.px(Theme.elder ? 34 : 44)

    Column {
        id: column
        x: paper.inset
        y: Theme.px(Theme.elder ? 34 : 44)
        width: parent.width - 2 * x
        spacing: paper.gap
        Item {
            width: parent.width
            height: Theme.px(Theme.elder ? 94 : 76) // above the code's white margin
            SerifText {
                text: paper.model.kind === "questionnaire" ? qsTr("答卷回执") : paper.ballot ? qsTr("评议回执") : qsTr("意见回执")
                size: Theme.tCard
                width: parent.width - mark.width - Theme.s3
                height: parent.height
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.tMin
            }
            Image {
                id: mark
                anchors.right: parent.right
                source: Qt.resolvedUrl("../../../assets/logo/" + (Theme.highContrast ? "mark-ink.svg" : "mark.svg"))
                sourceSize.width: Theme.px(76)
                sourceSize.height: Theme.px(76)
            }
        }
        Rectangle {
            visible: !Theme.elder
            width: parent.width
            height: Theme.px(2)
            color: Theme.hair
        }
        Row {
            width: parent.width
            spacing: Theme.px(36)
            // The code's quiet zone hangs over the margin, so that its squares stand on the line of everything else.
            Item {
                id: frame
                width: Theme.px(276)
                height: Theme.px(276)
                QrImage {
                    x: -Theme.px(34)
                    y: -Theme.px(24)
                    text: paper.model.address
                    size: Theme.px(344)
                }
            }
            Column {
                width: parent.width - frame.width - Theme.px(36)
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.px(14)
                SansText {
                    width: parent.width
                    text: qsTr("手机扫一扫带走")
                    lead: 1.35
                    strong: true
                    wrapMode: Text.Wrap
                }
                SansText {
                    visible: !Theme.elder || !paper.ballot
                    width: parent.width
                    text: paper.ballot ? qsTr("它只证明您的票\n在公布的名单里。") : qsTr("手机上也能看办到哪一步。")
                    size: Theme.tMin
                    lead: 1.45
                    color: Theme.ink2
                    wrapMode: Text.Wrap
                }
                Row {
                    visible: paper.ballot
                    spacing: Theme.px(12)
                    width: parent.width
                    Icon {
                        id: lock
                        name: "lock"
                        color: Theme.pine
                        size: Theme.px(36)
                    }
                    SansText {
                        width: parent.width - lock.width - Theme.px(12)
                        text: qsTr("看不出您选了什么")
                        size: Theme.tMin
                        lead: 1.4
                        strong: true
                        color: Theme.pine
                        wrapMode: Text.Wrap
                    }
                }
            }
        }
        Rectangle {
            width: parent.width
            height: code.y + code.height + wave.height + Theme.px(26)
            radius: Theme.rButton
            color: Theme.mist
            border.width: Theme.highContrast ? Theme.stroke : 0
            border.color: Theme.ink
            SansText {
                id: head
                x: Theme.px(28)
                y: Theme.px(16)
                text: qsTr("回执编号")
                size: Theme.tMin
                lead: 1.3
                color: Theme.ink2
            }
            SerifText {
                id: code
                objectName: "code"
                x: Theme.px(28)
                y: head.y + head.height
                width: parent.width - 2 * x
                text: paper.model.code
                size: Theme.px(60)
                lead: 1.25
                font.letterSpacing: Theme.px(2)
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.tMin
            }
            ReceiptWave {
                id: wave
                x: Theme.px(28)
                y: code.y + code.height + Theme.px(6)
                width: parent.width - 2 * x
                height: Theme.px(84)
                heights: paper.model.waves
            }
        }
        Row {
            id: row
            width: parent.width
            spacing: Theme.px(16)
        }
    }
}
