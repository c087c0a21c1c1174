pragma ComponentBehavior: Bound
import QtQuick
import SanMin

// The attract loop's first picture while the kiosk opens behind it: a touch is answered at once and not forgotten.
Window {
    id: window

    required property real pxPerMm
    property bool touched: false

    color: Theme.paper

    Binding {
        target: Theme
        property: "pxPerMm"
        value: window.pxPerMm
    }
    Binding {
        target: Theme
        property: "portrait"
        value: window.height > window.width
    }
    BayPicture {
        room: window.width
        height: window.height
    }
    BeginPill {
        waiting: window.touched
        anchors.horizontalCenter: parent?.horizontalCenter
        y: window.height - Theme.px(Theme.portrait ? 420 : 248)
    }
    // Not a Touchable: the templates behind it are loaded later, with the kiosk's own window.
    MouseArea {
        objectName: "begin"
        anchors.fill: parent
        Accessible.role: Accessible.Button
        Accessible.name: "轻触屏幕，开始"
        Accessible.onPressAction: window.touched = true
        onClicked: window.touched = true
    }
}
