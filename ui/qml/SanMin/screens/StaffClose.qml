pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// Closing the day: what will happen, then the reconciliation, signed, as QR and page.
StaffPage {
    id: screen

    required property StaffCloseModel model
    readonly property bool closed: model.stage === "closed"
    property bool sure: false

    title: qsTr("关闭今天")
    picture: closed ? "" : "pavilion"
    headline: closed ? (model.witness.agrees ? qsTr("已关闭，账对上了") : qsTr("已关闭，账对不上")) : qsTr("今天结束了吗？")
    lead: closed ? Theme.elder && wide ? "" : qsTr("请监督员拍下二维码，或存到 U 盘打印、签字。") : qsTr("关闭以后不能再投票，下次开场才能继续。看视频、提意见照常。")
    sign: closed ? (model.witness.agrees ? "checkc" : "warn") : ""
    signColor: closed && !model.witness.agrees ? Theme.amber : Theme.pine
    trouble: model.trouble !== "" ? words.day(model.trouble) : closed && !model.witness.agrees ? qsTr("流水和已投记录对不上，请找技术支持。") : closed && !["", "busy", "done"].includes(model.saved) ? words.stick(model.saved) : ""
    acts: closed ? (model.witness.unsent > 0 ? [
            {
                "id": "sync",
                "symbol": "sync",
                "text": qsTr("上传 %1 条").arg(model.witness.unsent)
            },
            {
                "id": "usb",
                "symbol": "usb",
                "text": qsTr("用 U 盘带走")
            }
        ] : []).concat([
        {
            "id": "save-page",
            "symbol": "print",
            "text": model.saved === "busy" ? qsTr("正在存…") : model.saved === "done" ? qsTr("已存好，可以拔") : qsTr("存到 U 盘打印"),
            "enabled": model.saved !== "busy"
        },
        {
            "id": "finish",
            "symbol": "check",
            "text": qsTr("完成"),
            "primary": true
        }
    ]) : [
        {
            "id": "close-day",
            "symbol": "door",
            "text": model.busy ? qsTr("正在核对…") : qsTr("关闭今天"),
            "primary": true,
            "enabled": !model.busy
        }
    ]
    onAct: id => {
        if (id === "close-day")
            sure = true;
        else if (id === "save-page")
            model.savePage();
        else if (id === "finish")
            shell.back();
        else
            model.go(id);
    }

    StaffWords {
        id: words
    }
    StaffFacts {
        visible: !screen.closed
        width: screen.bodyWidth
        all: [
            {
                "symbol": "people",
                "text": screen.model.here > 0 ? qsTr("这一场签到 %1 人。请看看还有没有人在评。").arg(screen.model.here) : qsTr("这一场没有人签到。")
            },
            {
                "symbol": screen.model.unsent > 0 ? "cloudup" : "cloudok",
                "text": screen.model.unsent > 0 ? qsTr("%1 条还没上传。可以先关闭，再传。").arg(screen.model.unsent) : qsTr("全部已上传。"),
                "attention": screen.model.unsent > 0
            },
            {
                "symbol": "ballot",
                "text": qsTr("会数一遍：签到 ＝ 全部评完 ＋ 评了一部分 ＋ 一个没评。")
            }
        ]
    }
    Loader {
        anchors.fill: parent
        active: screen.closed
        sourceComponent: StaffWitness {
            witness: screen.model.witness
        }
    }
    Sheet {
        parent: screen
        objectName: "confirm"
        visible: screen.sure
        scene: !Theme.elder
        title: qsTr("确定关闭今天？")
        message: qsTr("正在评的人会投不出去。再开场就能继续。")
        PrimaryButton {
            objectName: "close-sure"
            symbol: "door"
            text: qsTr("关闭")
            onClicked: {
                screen.sure = false;
                screen.model.close();
            }
        }
        SecondaryButton {
            objectName: "close-not"
            symbol: "back"
            text: qsTr("先不关")
            onClicked: screen.sure = false
        }
    }
}
