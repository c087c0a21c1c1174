pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// A stick in place of the network, step by step; it may be pulled out only after everything was read back.
StaffPage {
    id: screen

    required property StaffUsbModel model
    readonly property string stage: model.stage
    readonly property bool out: model.way === "out"
    readonly property var done: model.carried
    readonly property int pictureWidth: stage === "choose" || stage === "failed" ? 0 : Theme.px(wide ? (stage === "insert" ? 860 : 760) : 720)
    readonly property list<var> results: stage !== "safe" ? [] : [].concat(!out ? [] : done.entries >= 0 ? [
        {
            "symbol": "usb",
            "text": done.entries > 0 ? qsTr("%n 条记录已写进 U 盘，读回核对过。", "", done.entries) : qsTr("没有新的记录；U 盘上写了一句问候，中心会回答。")
        }
    ] : [
        {
            "symbol": "warn",
            "text": words.stick("no-content-yet"),
            "attention": true
        }
    ]).concat(done.acknowledged > 0 ? [
        {
            "symbol": "cloudok",
            "text": qsTr("中心收到了 %1 条，这里核销了。").arg(done.acknowledged)
        }
    ] : []).concat(done.pack > 0 ? [
        {
            "symbol": "pack",
            "text": qsTr("内容换成了第 %1 版。").arg(done.pack)
        }
    ] : []).concat(done.lacking > 0 ? [
        {
            "symbol": "pack",
            "text": qsTr("还差 %1 MB 内容，下一个 U 盘带来。").arg(done.lacking),
            "attention": true
        }
    ] : []).concat(done.why !== "" && (!out || done.why !== "stick-empty") ? [
        {
            "symbol": "warn",
            "text": words.stick(done.why),
            "attention": true
        }
    ] : []).concat(done.trouble !== "" ? [
        {
            "symbol": "warn",
            "text": qsTr("内容没有收完：%1").arg(words.stick(done.trouble)),
            "attention": true
        }
    ] : []).concat(done.forked ? [
        {
            "symbol": "warn",
            "text": qsTr("中心有这台终端名下的另一份记录。两份都留着，请找技术支持。"),
            "attention": true
        }
    ] : [])

    title: qsTr("U 盘")
    picture: stage === "failed" || (stage === "choose" && !wide) ? "stick-insert" : ""
    touchy: stage === "choose"
    headline: stage === "choose" ? qsTr("没有网，用 U 盘") : stage === "insert" ? qsTr("把 U 盘插进屏幕侧面") : stage === "working" ? qsTr("正在读写，先别拔") : stage === "safe" ? qsTr("可以拔了") : qsTr("没有做成")
    lead: stage === "choose" ? qsTr("带走的记录是封好的，丢了别人也打不开。") : stage === "insert" ? (out ? qsTr("插好就开始，不用再点。记录会写上去，再读回来核对。") : qsTr("插好就开始，不用再点。中心放在上面的都会核对签名。")) : stage === "working" ? qsTr("写完还要读回来核对一遍。") : stage === "safe" ? (out ? qsTr("请送到中心。中心收下以后，把同一个 U 盘带回来插一次。") : "") : ""
    sign: stage === "safe" ? "checkc" : ""
    trouble: stage === "failed" ? words.stick(model.trouble) : ""
    acts: stage === "failed" ? [
        {
            "id": "again",
            "symbol": "sync",
            "text": qsTr("再试一次"),
            "primary": true
        }
    ] : stage === "safe" ? [
        {
            "id": "one-more",
            "symbol": "usb",
            "text": qsTr("再插一个")
        },
        {
            "id": "finish",
            "symbol": "check",
            "text": qsTr("完成"),
            "primary": true
        }
    ] : []
    onAct: id => {
        if (id === "finish")
            shell.back();
        else
            model.again();
    }

    StaffWords {
        id: words
    }
    Item {
        id: ways
        readonly property int columns: screen.wide ? 2 : 1
        readonly property int spacing: Theme.px(24)
        visible: screen.stage === "choose"
        width: parent.width
        Repeater {
            model: [
                {
                    "id": "out",
                    "symbol": "raise",
                    "title": qsTr("带走记录"),
                    "line": screen.model.unsent > 0 ? qsTr("%n 条还没上传的，写到 U 盘上", "", screen.model.unsent) : qsTr("没有等着上传的；也可以带上问一声")
                },
                {
                    "id": "in",
                    "symbol": "lower",
                    "title": qsTr("带回内容"),
                    "line": qsTr("中心的回执、办理进度和新内容")
                }
            ]
            StaffChoice {
                required property var modelData
                required property int index
                x: index % ways.columns * (width + ways.spacing)
                y: Math.floor(index / ways.columns) * (height + ways.spacing)
                objectName: "usb-" + modelData.id
                width: Math.floor((ways.width - (ways.columns - 1) * ways.spacing) / ways.columns)
                height: Math.min(Theme.px(screen.wide ? 420 : 360), Math.floor((screen.inner.height - (2 / ways.columns - 1) * ways.spacing) * ways.columns / 2))
                symbol: modelData.symbol
                title: modelData.title
                line: modelData.line
                onClicked: screen.model.choose(modelData.id)
            }
        }
    }
    StaffStick {
        id: picture
        visible: screen.pictureWidth > 0
        width: screen.pictureWidth
        height: Math.min(Math.round(width * 0.66), Math.round(screen.inner.height * (screen.wide || screen.stage === "insert" ? 0.96 : 0.5)))
        stage: visible ? screen.stage : "insert"
        x: screen.wide && screen.stage !== "insert" ? 0 : Math.round((parent.width - width) / 2)
    }
    StaffProgress {
        visible: screen.stage === "working"
        x: screen.wide ? picture.width + Theme.px(56) : 0
        y: screen.wide ? Theme.px(90) : picture.height + Theme.px(40)
        width: parent.width - x
        transfer: screen.model.transfer
        records: screen.out
        waiting: qsTr("正在看 U 盘…")
    }
    StaffFacts {
        visible: screen.stage === "safe"
        x: screen.wide ? picture.width + Theme.px(56) : 0
        y: screen.wide ? Theme.px(10) : picture.height + Theme.px(40)
        width: parent.width - x
        all: screen.results
    }
}
