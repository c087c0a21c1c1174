pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// One anonymous tap on whether the answer was clear; the same height before and after, so that nothing moves.
Column {
    id: verdict

    required property ProblemModel model
    readonly property string now: model.verdict

    spacing: Theme.px(14)
    SansText {
        id: ask
        width: parent.width
        text: verdict.now === "failed" ? qsTr("这次没有记下来，请再点一次。") : qsTr("这个回答，说清楚了吗？不记名，点一下就行。")
        size: Theme.tMin
        lead: 1.3
        strong: true
        color: verdict.now === "failed" ? Theme.amber : Theme.ink
        wrapMode: Text.Wrap
        opacity: verdict.now === "given" ? 0 : 1
    }
    Item {
        width: parent.width
        height: row.height
        Grid {
            id: row
            readonly property bool narrow: Theme.elder && Theme.portrait
            visible: verdict.now !== "given"
            columns: narrow ? 1 : 3
            spacing: Theme.s2
            Repeater {
                model: [["answered", "good", qsTr("说清楚了")], ["unclear", "unknown", qsTr("没太懂")], ["not_answered", "poor", qsTr("没答上来")]]
                SecondaryButton {
                    required property var modelData
                    objectName: "verdict-" + modelData[0]
                    width: row.narrow ? verdict.width : Math.floor((verdict.width - 2 * Theme.s2) / 3)
                    height: row.narrow ? Theme.px(104) : Theme.button
                    symbol: modelData[1]
                    text: modelData[2]
                    onClicked: verdict.model.judge(modelData[0])
                }
            }
        }
        Rectangle {
            visible: verdict.now === "given"
            width: parent.width
            y: row.height - height
            height: Math.min(row.height, Theme.px(200))
            radius: Theme.rButton
            color: Theme.mint
            border.width: Theme.highContrast ? Theme.stroke : 0
            Row {
                anchors.centerIn: parent
                spacing: Theme.px(16)
                Icon {
                    name: "checkc"
                    color: Theme.pine
                    anchors.verticalCenter: parent.verticalCenter
                }
                SansText {
                    text: qsTr("谢谢，记下了。不记名。")
                    size: Theme.t(30)
                    lead: 1.2
                    strong: true
                    color: Theme.pine
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
    }
}
