pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// A department's page: its two videos, goals beside results, the yearly summary, the problems it answers.
ScreenFrame {
    id: screen

    required property DepartmentModel model
    readonly property bool reading: Theme.elder && model.opened
    readonly property string paper: model.tab === "goals" ? qsTr("目标与结果") : model.tab === "summary" ? qsTr("工作总结") : qsTr("重点问题")
    readonly property int half: Math.ceil(height / 2) + Theme.px(8) - area.y
    readonly property bool low: reading && Theme.lowered && Theme.portrait && model.tab === "problems" // the list has buttons
    property bool taking: false

    title: screen.reading ? paper : ""
    Component.onCompleted: if (!Theme.elder)
        model.stepBack()

    Loader {
        anchors.fill: parent
        sourceComponent: screen.reading ? readingPage : Theme.elder ? elderPage : Theme.lowered ? loweredPage : wholePage
    }
    Component {
        id: wholePage
        DepartmentWhole {
            model: screen.model
            onTake: screen.taking = true
        }
    }
    Component {
        id: loweredPage
        DepartmentLowered {
            model: screen.model
            half: screen.half
            onTake: screen.taking = true
        }
    }
    Component {
        id: elderPage
        DepartmentElder {
            model: screen.model
            onTake: screen.taking = true
        }
    }
    Component {
        id: readingPage
        Item {
            LoweredView {
                visible: screen.low
                height: screen.area.y + readingPapers.y - Theme.px(20)
                frame: screen
                words: ""
            }
            FittingText {
                visible: screen.low
                y: Theme.px(70)
                width: parent.width
                text: name.text
                largest: Theme.px(88)
                room: Theme.px(220)
            }
            Eyebrow {
                id: name
                visible: !screen.low
                text: Theme.say(screen.model.name)
            }
            DepartmentPapers {
                id: readingPapers
                model: screen.model
                tabbed: false
                y: screen.low ? screen.half - Theme.px(160) : name.height + Theme.px(16) // a row's buttons stand at its foot
                width: parent.width
                height: parent.height - y - Theme.px(8)
            }
        }
    }
    Sheet {
        parent: screen
        visible: screen.taking
        scene: false
        title: qsTr("扫码带走")
        message: qsTr("用手机扫一扫，在路上接着看它的目标、总结和答复。")
        body: QrImage {
            objectName: "take-code"
            text: screen.taking ? screen.model.address : ""
            size: Theme.px(360)
        }
        PrimaryButton {
            objectName: "taken"
            symbol: "check"
            text: qsTr("好了")
            width: Theme.px(360)
            onClicked: screen.taking = false
        }
    }
}
