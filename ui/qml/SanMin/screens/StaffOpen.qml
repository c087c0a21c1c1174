pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// Opening the day: the check list, the checks that need a hand, and the zero report.
StaffPage {
    id: screen

    required property StaffOpenModel model
    readonly property bool opened: model.stage === "opened"
    readonly property bool listed: model.stage === "list" || model.stage === "confirm" || model.stage === "corners"
    readonly property int bad: model.exceptions.length
    // With lowered controls what is touched lies in the lower half, what the machine found above it.
    readonly property bool split: Theme.lowered && !Theme.elder
    readonly property int columns: Theme.portrait || Theme.elder ? 1 : split ? 3 : 2
    readonly property var byHand: ["reader", "sound", "touch"]
    readonly property var ordered: split ? model.rows.filter(row => !byHand.includes(row.id)).concat(model.rows.filter(row => byHand.includes(row.id))) : model.rows
    readonly property int above: split ? model.rows.length - byHand.length : model.rows.length
    readonly property int perPage: Math.max(1, Math.floor((inner.height + Theme.s2 - (pager.visible ? pager.implicitHeight + Theme.s3 : 0)) / (rowHeight + Theme.s2))) * columns
    readonly property int rowHeight: Theme.px(Theme.elder ? 172 : Theme.portrait ? 128 : split ? 150 : 122)

    function line(row: var): string {
        const note = Theme.say(row.note);
        const passed = {
            "content": qsTr("%1 个文件都在，没有坏的").arg(note),
            "access": qsTr("%1和中心核对过").arg(note),
            "clock": qsTr("和中心一致"),
            "disk": qsTr("余 %1").arg(note),
            "journal": qsTr("流水和已投记录一致"),
            "reader": qsTr("读到了"),
            "sound": qsTr("听得到"),
            "touch": qsTr("四个角都灵")
        };
        const failed = {
            "content.damaged": qsTr("%1 个文件坏了或还没到：先同步，或用 U 盘带回内容").arg(note),
            "content.no-content": qsTr("还没有内容：先同步，或用 U 盘带回内容"),
            "access.no-content": qsTr("还没有名单：先同步，或用 U 盘带回内容"),
            "access.stale": note === "" ? qsTr("从来没有核对过：先同步，或用 U 盘") : qsTr("%1核对的，可能旧了：先同步，或用 U 盘").arg(note),
            "clock.wrong": qsTr("和中心差得太多：联网同步一次，不行就找技术支持"),
            "clock.never": qsTr("没有对过时：联网同步一次"),
            "disk.low": qsTr("只剩 %1：请找技术支持清理").arg(note),
            "journal.differs": qsTr("流水和已投记录对不上：请找技术支持"),
            "journal.forked": qsTr("流水分叉了：请找技术支持"),
            "journal.set-aside": qsTr("有坏数据放在一边：请找技术支持"),
            "journal.not-closed": qsTr("上次没有关闭，%1 次投票还没核对：先关闭，再开场").arg(note),
            "journal.mirror": qsTr("备份盘写不进去：看看有没有插好"),
            "reader.no": qsTr("读不到：插好线再试，或用旁边的终端"),
            "sound.no": qsTr("听不到：看音箱的线和音量"),
            "touch.no": qsTr("有一个角点不动：擦干净再试，或找技术支持")
        };
        if (row.outcome === "passed")
            return passed[row.id];
        if (row.outcome === "failed")
            return failed[row.id + "." + row.why] ?? words.sync(row.why);
        if (row.outcome === "running")
            return note === "" ? qsTr("正在查…") : qsTr("正在查… %1").arg(note);
        return row.id === "reader" ? qsTr("举起任意一张证给它看") : row.id === "sound" ? qsTr("放一段声音，您来听") : qsTr("四个角各点一下");
    }
    function actionOf(row: var): string {
        if (row.why === "not-closed")
            return split ? "" : qsTr("去关闭");
        return !byHand.includes(row.id) || row.outcome === "passed" ? "" : row.outcome === "failed" ? qsTr("再试") : qsTr("开始");
    }
    function names(): string {
        return model.exceptions.map(id => words.check(id)).join(Theme.language === "en" ? ", " : "、");
    }

    title: qsTr("开场检查")
    touchy: !opened && !split
    covered: model.stage === "corners"
    headline: opened ? qsTr("已开场，零票报告在这里") : model.stage === "reader" ? qsTr("举起一张证") : model.stage === "sound" ? qsTr("听到三声了吗？") : model.running ? qsTr("正在检查…") : bad === 0 ? qsTr("都好了，可以开场") : qsTr("还有 %1 项").arg(bad)
    lead: opened ? qsTr("请监督员拍下二维码，或存到 U 盘打印、签字。") : model.stage === "reader" ? qsTr("您的工作证就行。读到了会自己打勾，内容不会留下。") : model.stage === "sound" ? (model.hasSound ? qsTr("没听到就看音箱的线和音量。") : qsTr("这台终端没有认出音箱，请看线插好没有。")) : Theme.elder ? "" : bad === 0 || model.running ? qsTr("机器自己查的不用管，手上的三项请您来做。") : qsTr("照着字做；做不了的，也可以写明以后开场。")
    sign: opened || (bad === 0 && listed) ? "checkc" : ""
    trouble: model.trouble === "" ? "" : words.day(model.trouble)
    acts: opened ? [
        {
            "id": "save-page",
            "symbol": "usb",
            "text": model.saved === "busy" ? qsTr("正在存…") : model.saved === "done" ? qsTr("已存好，可以拔") : qsTr("存到 U 盘打印"),
            "enabled": model.saved !== "busy"
        },
        {
            "id": "finish",
            "symbol": "check",
            "text": qsTr("完成"),
            "primary": true
        }
    ] : model.stage === "reader" ? [
        {
            "id": "not-read",
            "symbol": "warn",
            "text": qsTr("读不到")
        }
    ] : model.stage === "sound" ? [
        {
            "id": "again",
            "symbol": "sound",
            "text": qsTr("再放一遍")
        },
        {
            "id": "not-heard",
            "symbol": "warn",
            "text": qsTr("听不到")
        },
        {
            "id": "heard",
            "symbol": "check",
            "text": qsTr("听到了"),
            "primary": true
        }
    ] : [
        {
            "id": "check-again",
            "symbol": "sync",
            "text": qsTr("重查一遍"),
            "enabled": !model.running
        },
        {
            "id": "open-day",
            "symbol": "door",
            "text": model.busy ? qsTr("正在开场…") : bad === 0 ? qsTr("开场") : qsTr("带着 %n 项开场", "", bad),
            "primary": true,
            "enabled": !model.running && !model.busy
        }
    ]
    onAct: id => {
        if (id === "save-page")
            model.savePage();
        else if (id === "finish")
            shell.back();
        else if (id === "check-again")
            model.check();
        else if (id === "open-day")
            model.ask();
        else if (id === "again")
            model.playAgain();
        else
            model.judge(id === "heard");
    }

    StaffWords {
        id: words
    }
    Item {
        visible: screen.listed
        Repeater {
            model: screen.split ? screen.ordered : screen.ordered.slice(pager.page * screen.perPage, (pager.page + 1) * screen.perPage)
            StaffCheckRow {
                required property var modelData
                required property int index
                readonly property bool low: index >= screen.above
                readonly property int place: low ? index - screen.above : index
                x: place % screen.columns * (width + Theme.s2)
                y: Math.floor(place / screen.columns) * (height + Theme.s2) + (low ? Math.max(0, screen.half - screen.inner.y) : 0)
                objectName: "check-" + modelData.id
                width: Math.floor((screen.inner.width - (screen.columns - 1) * Theme.s2) / screen.columns)
                height: screen.rowHeight
                label: words.check(modelData.id)
                outcome: modelData.outcome
                line: screen.line(modelData)
                action: screen.actionOf(modelData)
                onPress: screen.model.begin(modelData.id)
            }
        }
    }
    Pager {
        id: pager
        readonly property bool needed: !screen.split && total * (screen.rowHeight + Theme.s2) / screen.columns > screen.inner.height + Theme.s2
        visible: screen.listed && needed
        anchors.bottom: parent.bottom
        width: parent.width
        total: screen.model.rows.length
        perPage: screen.perPage
    }
    Image {
        visible: screen.model.stage === "reader"
        anchors.centerIn: parent
        height: Math.min(parent.height, Theme.px(640))
        width: Math.round(height * 936 / 812)
        source: Qt.resolvedUrl("../../../../assets/scenery/hand-card.svg")
        sourceSize.width: width
        sourceSize.height: height
    }
    Icon {
        visible: screen.model.stage === "sound"
        anchors.centerIn: parent
        name: "volume"
        color: Theme.sea
        size: Math.min(Theme.px(360), screen.inner.height)
    }
    Loader {
        active: screen.model.tone
        source: "../StaffTone.qml"
    }
    Loader {
        anchors.fill: parent
        active: screen.opened
        sourceComponent: StaffWitness {
            witness: screen.model.witness
        }
    }
    Trouble {
        parent: screen.area
        visible: screen.opened && !["", "busy", "done"].includes(screen.model.saved)
        width: parent.width
        text: visible ? words.stick(screen.model.saved) : ""
    }
    StaffCorners {
        parent: screen
        anchors.fill: parent
        visible: screen.model.stage === "corners"
        touched: screen.model.corners
        onTouch: corner => screen.model.touchCorner(corner)
        onGiveUp: screen.model.judge(false)
    }
    Sheet {
        parent: screen
        objectName: "confirm"
        visible: screen.model.stage === "confirm"
        scene: !Theme.elder
        title: qsTr("写明这几项，然后开场？")
        message: Theme.han(qsTr("没有通过：%1。会和您的工作证一起记进流水。").arg(screen.names()))
        PrimaryButton {
            objectName: "open-anyway"
            symbol: "door"
            text: qsTr("写明并开场")
            onClicked: screen.model.open()
        }
        SecondaryButton {
            objectName: "not-yet"
            symbol: "back"
            text: qsTr("回去再查")
            onClicked: screen.model.stepBack()
        }
    }
}
