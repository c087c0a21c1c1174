pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Over the picture: the clip is over, has not arrived, or cannot be played.
Rectangle {
    id: ending

    required property PlayerModel model
    required property bool missing
    signal again

    color: "#D906263F"

    Column {
        anchors.centerIn: parent
        width: parent.width - Theme.px(80)
        spacing: Theme.px(24)
        SerifText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: ending.model.source === "" ? qsTr("这段视频还没到") : ending.missing ? qsTr("这段视频放不出来") : qsTr("看完了")
            size: Theme.t(56)
            color: Theme.onFill
        }
        SansText {
            visible: ending.missing
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            text: qsTr("文字稿已经到了，可以先读。")
            color: Theme.onFill
        }
        Row {
            visible: !ending.missing
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.s3
            SecondaryButton {
                objectName: "again"
                symbol: "rewind"
                text: qsTr("再看一遍")
                onClicked: ending.again()
            }
            SecondaryButton {
                objectName: "judge"
                visible: ending.model.problem > 0
                symbol: "answer"
                text: qsTr("说清楚了吗？")
                onClicked: ending.model.judgeAnswer()
            }
        }
    }
}
