import QtQuick

// A QR code whose modules are whole pixels, with its quiet zone.
Image {
    id: qr

    required property string text
    property int size: Theme.px(300)

    width: size
    height: size
    sourceSize.width: size
    sourceSize.height: size
    fillMode: Image.Pad
    horizontalAlignment: Image.AlignHCenter
    verticalAlignment: Image.AlignVCenter
    smooth: false
    source: text === "" ? "" : "image://qr/" + encodeURIComponent(text)
    Accessible.role: Accessible.Graphic
    Accessible.name: text
}
