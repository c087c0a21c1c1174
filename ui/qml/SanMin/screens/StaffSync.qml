pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// Sync now: how far it is, what it did, and in plain words what it did not and why.
StaffPage {
    id: screen

    required property StaffSyncModel model
    readonly property string contact: Theme.say(model.lastContact)
    readonly property bool running: model.stage === "running"
    readonly property bool ended: model.stage === "done"
    readonly property list<var> facts: ended ? [
        {
            "symbol": "cloudok",
            "text": model.done.sent > 0 ? qsTr("%n 条记录已到中心，中心签了回执。", "", model.done.sent) : qsTr("没有新的记录要传。")
        },
        {
            "symbol": "pack",
            "text": model.done.pack > 0 ? qsTr("内容换成了第 %1 版。").arg(model.done.pack) : model.coming ? words.sync("paused") : model.trouble !== "" ? qsTr("内容没有收完：%1").arg(words.sync(model.trouble)) : qsTr("内容已经是最新的。"),
            "attention": model.trouble !== ""
        },
        {
            "symbol": model.unsent > 0 ? "cloudup" : "checkc",
            "text": model.unsent > 0 ? qsTr("还有 %n 条没传，会自己接着传。", "", model.unsent) : qsTr("全部已上传。"),
            "attention": model.unsent > 0
        }
    ].concat(model.done.forked ? [
        {
            "symbol": "warn",
            "text": qsTr("中心有这台终端名下的另一份记录。两份都留着，请找技术支持。"),
            "attention": true
        }
    ] : []) : [
        {
            "symbol": "cloudup",
            "text": model.unsent > 0 ? qsTr("%n 条记录等着上传。", "", model.unsent) : qsTr("没有等着上传的记录。")
        },
        {
            "symbol": "clock",
            "text": contact === "" ? qsTr("还没有和中心联系过。") : qsTr("上次和中心联系：%1。").arg(contact)
        }
    ]

    title: qsTr("立即同步")
    picture: "lighthouse"
    headline: running ? qsTr("正在和中心联系…") : model.stage === "failed" ? qsTr("没有传成") : ended ? (model.trouble !== "" || model.done.forked ? qsTr("传好了一部分") : model.unsent > 0 ? qsTr("传好了，还有新的") : model.coming ? qsTr("记录都传好了") : qsTr("都传好了")) : qsTr("现在就和中心联系")
    lead: running ? qsTr("可以离开这一页，它会接着做。") : model.stage === "failed" ? "" : ended ? "" : qsTr("平时它自己每分钟联系一次，不用管。")
    sign: ended && model.trouble === "" ? "checkc" : ""
    trouble: model.stage === "failed" ? words.sync(model.trouble) : ""
    acts: running ? [] : [
        {
            "id": "use-stick",
            "symbol": "usb",
            "text": qsTr("改用 U 盘"),
            "primary": model.stage === "failed"
        },
        {
            "id": "sync-now",
            "symbol": "sync",
            "text": model.stage === "ready" ? qsTr("开始同步") : qsTr("再来一次"),
            "primary": model.stage === "ready"
        }
    ]
    onAct: id => id === "sync-now" ? model.start() : model.useStick()

    StaffWords {
        id: words
    }
    StaffFacts {
        visible: !screen.running
        width: screen.bodyWidth
        all: screen.facts
    }
    StaffProgress {
        visible: screen.running
        y: Theme.px(40)
        width: screen.bodyWidth
        transfer: screen.model.transfer
        waiting: screen.model.unsent > 0 ? qsTr("正在传 %n 条记录…", "", screen.model.unsent) : qsTr("正在问有没有新的…")
    }
}
