pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// Signing in: show the card, type a PIN where one is asked for, or read why it did not work and what to do.
ScreenFrame {
    id: screen

    required property SignInModel model
    readonly property int half: Math.ceil(height / 2) - area.y + Theme.px(4)
    property bool drawer: false

    headerItems: [
        QuietButton {
            objectName: "sample-cards"
            visible: screen.model.stage === "scan" && screen.model.sampleCards.length > 0
            symbol: "card"
            text: qsTr("示例代表证")
            onClicked: screen.drawer = true
        }
    ]

    Loader {
        anchors.fill: parent
        sourceComponent: screen.model.stage === "scan" ? scan : screen.model.stage === "pin" ? pin : refused
    }
    Component {
        id: scan
        SignInScan {
            model: screen.model
            shell: screen.shell
            half: screen.half
        }
    }
    Component {
        id: pin
        SignInPin {
            model: screen.model
            shell: screen.shell
            half: screen.half
        }
    }
    Component {
        id: refused
        SignInRefused {
            model: screen.model
            shell: screen.shell
            half: screen.half
        }
    }
    SignInCards {
        parent: screen
        visible: screen.drawer
        model: screen.model
        onClosed: screen.drawer = false
    }
}
