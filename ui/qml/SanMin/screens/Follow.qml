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
    headerItems: [
        Chip {
            visible: screen.model.found
            text: Theme.han(qsTr("回执 %1").arg(screen.model.code))
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
        }
    }
    Component {
        id: found
        FollowFound {
            model: screen.model
        }
    }
}
