pragma ComponentBehavior: Bound
import QtQuick

// The bay in colour where the keys leave room, so that the fields stand near the fingers and nothing is bare.
Item {
    id: bay
    objectName: "bay"

    Shore {
        anchors.fill: parent
        waterline: 0.74
        size: Math.min(1, parent.height / Theme.px(400))
        pavilionX: Theme.px(Theme.portrait ? 60 : 900)
        roofsX: Theme.px(Theme.portrait ? 500 : 1340)
        sunX: Theme.px(Theme.portrait ? 420 : 760)
    }
    RoundedEdge {}
}
