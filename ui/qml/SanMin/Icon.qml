import QtQuick

// An icon of assets/icons in a colour of the theme; always beside its word.
Image {
    id: icon

    required property string name
    property color color: Theme.ink
    property int size: Theme.icon

    width: size
    height: size
    sourceSize.width: size * Math.ceil(Screen.devicePixelRatio)
    sourceSize.height: size * Math.ceil(Screen.devicePixelRatio)
    source: name === "" ? "" : "image://icon/" + name + "/" + hex(color)
    fillMode: Image.PreserveAspectFit

    function hex(value: color): string {
        return value.toString().slice(-6);
    }
}
