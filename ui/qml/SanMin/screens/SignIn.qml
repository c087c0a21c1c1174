pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// Signing in: show the card, type a PIN where one is asked for, or read why it did not work and what to do.
ScreenFrame {
    id: screen

    required property SignInModel model

    Loader {
        anchors.fill: parent
        sourceComponent: screen.model.stage === "scan" ? scan : screen.model.stage === "pin" ? pin : refused
    }
    Component {
        id: scan
        SignInScan {
            model: screen.model
            shell: screen.shell
        }
    }
    Component {
        id: pin
        SignInPin {
            model: screen.model
            shell: screen.shell
        }
    }
    Component {
        id: refused
        SignInRefused {
            model: screen.model
            shell: screen.shell
        }
    }
}
