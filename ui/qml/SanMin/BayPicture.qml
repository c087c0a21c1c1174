import QtQuick

// The bay as the attract loop's ground, a little wider than the screen, for the whole picture moves against burn-in.
Image {
    required property real room

    source: Qt.resolvedUrl("../../../assets/scenery/bay-1920x1080" + (height > 1080 ? ".svg" : ".png")) // reading the drawing takes twice as long
    sourceSize.height: height
    width: Math.max(room + Theme.px(16), implicitWidth)
    x: (Theme.portrait ? -width * 0.055 : 0) - Theme.px(8)
    fillMode: Theme.portrait ? Image.PreserveAspectFit : Image.PreserveAspectCrop
}
