pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// The arcade: three doors, two smaller ways in, five settings. Large type has its own arrangement.
FocusScope {
    id: screen

    required property Shell shell
    required property HomeModel model
    readonly property var counts: shell.facts.counts

    Loader {
        anchors.fill: parent
        active: !Theme.elder && !Theme.lowered
        sourceComponent: HomeArcade {
            shell: screen.shell
            model: screen.model
        }
    }
    Loader {
        anchors.fill: parent
        active: !Theme.elder && Theme.lowered
        sourceComponent: HomeLowered {
            shell: screen.shell
            model: screen.model
        }
    }
    Loader {
        anchors.fill: parent
        active: Theme.elder && !Theme.lowered
        sourceComponent: HomeElder {
            shell: screen.shell
            model: screen.model
        }
    }
    Loader {
        anchors.fill: parent
        active: Theme.elder && Theme.lowered
        sourceComponent: HomeElderLowered {
            shell: screen.shell
            model: screen.model
        }
    }
    StaffWords {
        id: words
    }
    Sheet {
        visible: screen.model.empty
        title: qsTr("内容还在路上")
        message: screen.model.stick === "" ? qsTr("报告、问题和评议票一到，这里就能用。请过一会儿再来，或者问问工作人员。没有网络时，插上中心的 U 盘，它自己会读。") : words.fresh(screen.model.stick)
        PrimaryButton {
            objectName: "call-staff"
            symbol: "staff"
            text: qsTr("叫工作人员")
            width: Theme.px(460)
            onClicked: screen.shell.callStaff()
        }
    }
}
