pragma ComponentBehavior: Bound
import QtQuick

// The staff's one light: the lighthouse by day when all is well, at dusk when there is something to do.
Item {
    id: light

    required property bool well
    readonly property string picture: well ? "staff-well" : "staff-attention"

    implicitWidth: Theme.px(380)
    implicitHeight: Math.round(width * 560 / 380)
    Accessible.role: Accessible.Graphic
    Accessible.name: well ? qsTr("灯塔亮着") : qsTr("黄灯")

    EdgeShadow {
        id: shade
        visible: !Theme.highContrast
        level: 2
        radius: Theme.px(60)
        anchors.topMargin: light.width / 2 - shade.up
    }
    Image {
        visible: !Theme.highContrast
        anchors.fill: parent
        source: Qt.resolvedUrl("../../../assets/scenery/" + light.picture + (Theme.pxPerMm > 4.1 ? "@1.5x.png" : ".png"))
        mipmap: true
    }
    Rectangle {
        visible: Theme.highContrast
        anchors.fill: parent
        topLeftRadius: width / 2
        topRightRadius: width / 2
        bottomLeftRadius: Theme.rCard
        bottomRightRadius: Theme.rCard
        border.width: Theme.stroke
        Icon {
            anchors.centerIn: parent
            name: light.well ? "check" : "warn"
            size: Math.round(parent.width * 0.6)
        }
    }
}
