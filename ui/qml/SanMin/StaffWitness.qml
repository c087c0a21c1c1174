pragma ComponentBehavior: Bound
import QtQuick

// The witness: its numbers, the journal's head, and the QR that holds the signed bytes.
Item {
    id: paper

    required property var witness
    readonly property bool wide: !Theme.portrait
    readonly property int qrSize: Math.min(Theme.px(wide ? 620 : 520), wide ? height : Math.round(height * 0.5))
    readonly property int least: Math.round(Theme.tMin * 1.36)
    readonly property int most: Math.round(Theme.tMin * 2.4)
    readonly property int lineHeight: Math.max(least, Math.min(most, Math.floor((sheet.height - Theme.px(70) - end.height) / lines.length)))
    // Large letters show what is asked about; the rest is on the page and in the code.
    readonly property list<var> lines: Theme.elder ? all.filter(line => !line.extra) : all
    readonly property list<var> all: witness.closed ? [
        {
            "label": qsTr("签到代表"),
            "value": witness.signedIn
        },
        {
            "label": qsTr("＝ 全部评完"),
            "value": witness.castAll
        },
        {
            "label": qsTr("＋ 评了一部分"),
            "value": witness.castSome
        },
        {
            "label": qsTr("＋ 一个没评"),
            "value": witness.castNone
        },
        {
            "label": qsTr("今天投出的评价"),
            "value": witness.ratings
        },
        {
            "label": qsTr("问卷和意见"),
            "value": witness.forms + witness.suggestions,
            "extra": true
        },
        {
            "label": qsTr("还没上传"),
            "value": witness.unsent
        },
        {
            "label": qsTr("流水条数"),
            "value": witness.seq,
            "extra": true
        }
    ] : [
        {
            "label": qsTr("今天投出的评价"),
            "value": witness.ratings
        },
        {
            "label": qsTr("问卷和意见"),
            "value": witness.forms + witness.suggestions
        },
        {
            "label": qsTr("累计投票次数"),
            "value": witness.total
        },
        {
            "label": qsTr("流水条数"),
            "value": witness.seq
        }
    ]

    Card {
        id: sheet
        width: paper.wide ? parent.width - qr.width - Theme.px(40) : parent.width
        height: paper.wide ? parent.height : parent.height - qr.height - Theme.px(24)
        Column {
            id: table
            x: Theme.px(36)
            y: Theme.px(24)
            width: parent.width - 2 * x
            Repeater {
                model: paper.lines
                Item {
                    id: line
                    required property var modelData
                    required property int index
                    width: table.width
                    height: paper.lineHeight
                    SansText {
                        height: parent.height
                        text: line.modelData.label
                        size: Theme.tMin
                        lead: 1.2
                        color: Theme.ink2
                    }
                    SerifText {
                        anchors.right: parent.right
                        height: parent.height
                        text: line.modelData.value
                        size: Theme.tMin
                        lead: 1.1
                    }
                    Rectangle {
                        visible: line.index > 0
                        width: parent.width
                        height: Theme.highContrast ? 2 : 1
                        color: Theme.hair
                    }
                }
            }
        }
        Column {
            id: end
            x: Theme.px(36)
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(20)
            width: parent.width - 2 * x
            SansText {
                text: qsTr("流水末端")
                size: Theme.tMin
                lead: 1.3
                strong: true
                color: Theme.sea
            }
            Text {
                objectName: "journal-head"
                width: parent.width
                text: paper.witness.head ?? ""
                font.family: "DejaVu Sans Mono"
                font.pixelSize: Theme.tMin
                font.bold: Theme.highContrast
                color: Theme.ink
                wrapMode: Text.WordWrap
                textFormat: Text.PlainText
            }
        }
    }
    Rectangle {
        id: qr
        x: paper.wide ? parent.width - width : Math.round((parent.width - width) / 2)
        y: paper.wide ? 0 : parent.height - height
        width: paper.qrSize
        height: paper.qrSize
        radius: Theme.rCard
        color: Theme.surface
        border.width: Theme.highContrast ? Theme.stroke : 0
        QrImage {
            objectName: "witness-code"
            anchors.centerIn: parent
            size: parent.width - Theme.px(16)
            text: paper.witness.text ?? ""
        }
    }
}
