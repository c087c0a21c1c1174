import QtQuick

// Headlines and numerals that count, in Noto Serif Bold. With a width and `maximumLineCount` it shrinks rather than clip.
Text {
    id: words

    property int size: Theme.tTitle
    property real lead: Theme.leadTitle

    font.family: Theme.serif
    font.pixelSize: size
    font.bold: true
    font.features: ({
            "chws": 1
        })
    lineHeight: Math.round(size * lead)
    lineHeightMode: Text.FixedHeight
    color: Theme.ink
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    minimumPixelSize: Theme.tMin
}
