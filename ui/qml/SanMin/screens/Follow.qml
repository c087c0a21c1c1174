pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// What became of a suggestion: type or scan the receipt, then the lamps along the pier and the reply.
ScreenFrame {
    id: screen

    required property FollowModel model

    title: qsTr("查我的意见")
    lowHorizon: true
    showHome: !(Theme.elder && Theme.portrait)
    headerItems: [
        Chip {
            visible: screen.model.found && !Theme.elder
            text: Theme.han(qsTr("回执 %1").arg(screen.model.code))
        },
        Row {
            visible: screen.model.found && !Theme.elder && !Theme.portrait && Theme.language !== "en" && age.text !== ""
            spacing: Theme.px(12)
            leftPadding: Theme.px(12)
            rightPadding: Theme.px(12)
            anchors.verticalCenter: parent?.verticalCenter
            Icon {
                name: "cloudok"
                color: Theme.ink2
                size: Theme.px(36)
                anchors.verticalCenter: parent.verticalCenter
            }
            SansText {
                id: age
                text: Theme.say(screen.model.asOf) === "" ? "" : Theme.han(qsTr("状态截至 %1").arg(Theme.say(screen.model.asOf)))
                size: Theme.tMin
                lead: 1.3
                color: Theme.ink2
            }
        }
    ]

    Loader {
        anchors.fill: parent
        sourceComponent: screen.model.found ? found : ask
    }
    Component {
        id: ask
        FollowAsk {
            model: screen.model
            frame: screen
        }
    }
    Component {
        id: found
        FollowFound {
            model: screen.model
        }
    }
}
