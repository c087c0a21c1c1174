pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Somebody was called: it stays until the visit ends, in the foot of every screen, where
// nothing can be touched and nothing is written.
Rectangle {
    id: banner

    required property Shell shell

    visible: shell.helpCalled
    x: Math.max(Math.round(((parent?.width ?? 0) - width) / 2), shell.facts.sample ? Theme.px(208) : 0)
    anchors.bottom: parent?.bottom
    anchors.bottomMargin: Theme.px(Theme.elder ? 6 : 2)
    width: row.implicitWidth + Theme.px(48)
    height: Theme.px(Theme.elder ? 46 : 38)
    radius: height / 2
    color: Theme.pine

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.px(14)
        Icon {
            name: "staff"
            color: Theme.onFill
            size: Theme.px(30)
            anchors.verticalCenter: parent.verticalCenter
        }
        SansText {
            text: qsTr("已经叫了工作人员，请在这里稍等")
            size: Theme.tMin
            lead: 1.15
            strong: true
            color: Theme.onFill
        }
    }
}
