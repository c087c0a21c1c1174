pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// What one can do with a department: leave it a suggestion, take its page along on the phone.
Row {
    id: acts

    required property DepartmentModel model
    property int tall: Theme.button
    readonly property int each: Math.floor((width - Theme.px(16)) / 2)
    signal take

    spacing: Theme.px(16)
    PrimaryButton {
        objectName: "suggest"
        width: acts.each
        height: acts.tall
        symbol: "chat"
        text: qsTr("给它提意见")
        onClicked: acts.model.suggest()
    }
    SecondaryButton {
        objectName: "take"
        width: acts.width - acts.each - acts.spacing
        height: acts.tall
        size: Theme.t(34)
        symbol: "qr"
        text: qsTr("扫码带走")
        onClicked: acts.take()
    }
}
