pragma ComponentBehavior: Bound
import QtQuick

// How far a transfer is: a bar of sea, and in words how much, how many files and how long.
Item {
    id: progress

    required property var transfer // {share, done, total, files, left}; empty before it is known
    property string waiting: ""
    property bool records: false // counted in records instead of megabytes
    readonly property string timeLeft: Theme.say(transfer.left) === "" ? "" : " · " + qsTr("约 %1").arg(Theme.say(transfer.left))
    readonly property string moved: records ? qsTr("%1 / %2 条").arg(transfer.count ?? 0).arg(transfer.of ?? 0) : qsTr("%1 / %2 MB · 还有 %n 个文件", "", transfer.files ?? 0).arg(transfer.done ?? "").arg(transfer.total ?? "")
    readonly property bool known: transfer.total !== undefined

    implicitHeight: amount.y + amount.implicitHeight

    Rectangle {
        id: bar
        width: parent.width
        height: Theme.px(36)
        radius: height / 2
        color: Theme.mist
        border.width: Theme.highContrast ? Theme.stroke : 0
        Accessible.role: Accessible.ProgressBar
        Accessible.name: qsTr("完成 %1%").arg(Math.round(100 * (progress.transfer.share ?? 0)))
        Rectangle {
            width: Math.max(height, parent.width * (progress.transfer.share ?? 0))
            height: parent.height
            radius: height / 2
            color: Theme.sea
        }
    }
    SerifText {
        id: share
        objectName: "progress"
        y: bar.height + Theme.px(20)
        width: parent.width
        text: Theme.han(progress.known ? qsTr("%1%").arg(Math.round(100 * progress.transfer.share)) : progress.waiting)
        size: Theme.t(46)
        fontSizeMode: Text.HorizontalFit
    }
    SansText {
        id: amount
        visible: progress.known
        y: share.y + Math.round(share.size * 1.3) + Theme.px(12)
        width: parent.width
        text: Theme.han(progress.moved + progress.timeLeft)
        color: Theme.ink2
        wrapMode: Text.Wrap
    }
}
