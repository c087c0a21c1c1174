import QtQuick

// A stick and the kiosk: to be plugged in, at work, safe to pull out.
Image {
    id: stick

    required property string stage // insert, working, safe

    source: Qt.resolvedUrl("../../../assets/scenery/stick-" + stage + ".svg")
    sourceSize.width: width
    sourceSize.height: height
    fillMode: Image.PreserveAspectFit
    Accessible.role: Accessible.Graphic
    Accessible.name: stage === "insert" ? qsTr("把 U 盘插进屏幕侧面") : stage === "working" ? qsTr("正在读写，先别拔") : qsTr("可以拔了")
}
