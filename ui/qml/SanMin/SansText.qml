import QtQuick

// Body text in Noto Sans with fixed line heights, so that Chinese and English rows are alike.
Text {
    id: words

    property int size: Theme.tBody
    property real lead: Theme.leadBody
    property bool strong: false

    font.family: Theme.sans
    font.pixelSize: size
    font.bold: strong || Theme.highContrast
    font.features: ({
            "chws": 1
        })
    lineHeight: Math.round(size * lead)
    lineHeightMode: Text.FixedHeight
    color: Theme.ink
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
