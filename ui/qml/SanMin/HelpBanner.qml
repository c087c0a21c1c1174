pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Somebody was called: it stays until the visit ends, over every screen, and blocks nothing.
Rectangle {
    id: banner

    required property Shell shell

    visible: shell.helpCalled
    anchors.horizontalCenter: parent?.horizontalCenter
    y: Theme.px(8)
    width: row.implicitWidth + Theme.px(48)
    height: Theme.px(24) + row.implicitHeight
    radius: height / 2
    color: Theme.pine

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.px(14)
        Icon {
            name: "staff"
            color: Theme.onFill
            size: Theme.px(34)
            anchors.verticalCenter: parent.verticalCenter
        }
        SansText {
            text: qsTr("已经叫了工作人员，请在这里稍等")
            size: Theme.tMin
            strong: true
            color: Theme.onFill
        }
    }
}
