pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// A suggestion in four steps: write it, choose a department, say how to be answered, read it once more.
ScreenFrame {
    id: screen

    required property SuggestModel model
    readonly property var names: [qsTr("写下来"), qsTr("选部门"), qsTr("联系方式"), qsTr("看一遍")]
    readonly property var troubles: ({
            "no-words": qsTr("请先写几个字。"),
            "too-long": qsTr("写得太长了，请短一些。"),
            "bad-name": qsTr("称呼太长了，请短一些。"),
            "bad-phone": qsTr("电话号码好像不对，请再看一看；不留也可以。"),
            "storage-full": qsTr("这台终端存不下了，什么都没有提交。请叫工作人员。"),
            "storage": qsTr("没有提交成功，内容还在。请再试一次，或叫工作人员。")
        })
    readonly property string trouble: model.trouble === "" ? "" : troubles[model.trouble] ?? troubles["storage"]

    title: qsTr("提意见")
    showHome: false
    headerItems: [
        StepLine {
            names: screen.names
            current: screen.model.step
        }
    ]

    // 您还在吗？ took the focus: afterwards the keys write on where they were.
    Connections {
        target: screen.shell
        function onIdleChanged() {
            if (!screen.shell.idleWarning)
                steps.forceActiveFocus();
        }
    }
    Loader {
        id: steps
        anchors.fill: parent
        focus: true
        sourceComponent: [write, choose, contact, review][screen.model.step]
    }
    Component {
        id: write
        SuggestWrite {
            model: screen.model
            trouble: screen.trouble
        }
    }
    Component {
        id: choose
        SuggestChoose {
            model: screen.model
            frame: screen
        }
    }
    Component {
        id: contact
        SuggestContact {
            model: screen.model
            trouble: screen.trouble
        }
    }
    Component {
        id: review
        SuggestReview {
            model: screen.model
            trouble: screen.trouble
        }
    }
}
