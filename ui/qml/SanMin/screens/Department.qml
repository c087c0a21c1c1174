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
    property bool taking: false

    title: screen.reading ? paper : ""
    lowHorizon: Theme.elder && Theme.lowered // its seven buttons need the room
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
            half: Math.ceil(screen.height / 2) + Theme.px(8) - screen.area.y
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
            Eyebrow {
                id: name
                text: Theme.say(screen.model.name)
            }
            DepartmentPapers {
                model: screen.model
                tabbed: false
                y: name.height + Theme.px(16)
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
