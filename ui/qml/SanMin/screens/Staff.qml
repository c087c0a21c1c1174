pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// For venue staff: one light and one sentence that can be read from two metres, the facts behind it, and the tasks.
ScreenFrame {
    id: screen

    required property StaffModel model
    readonly property bool wide: !Theme.portrait
    readonly property bool well: model.light === "pine"
    readonly property int lightWidth: Theme.px(Theme.elder || !wide ? 300 : 380)
    readonly property int gap: Theme.px(16)
    readonly property int columns: wide ? (Theme.elder ? 3 : 4) : (Theme.elder ? 2 : 3)
    readonly property int most: Theme.elder ? (wide ? 3 : 4) : 12
    readonly property int tilesTop: wide ? (Theme.elder ? words.y + words.height + Theme.px(30) : Theme.px(254)) : Math.max(light.y + light.height, words.y + words.height) + Theme.px(40)
    readonly property int tileRows: Math.ceil(Math.min(most, model.tiles.length) / columns)
    readonly property int tileRoom: Math.floor((tasks.y - Theme.px(24) - tilesTop - (tileRows - 1) * gap) / Math.max(1, tileRows))
    readonly property string ago: Theme.say(model.lastContact)
    readonly property var headlines: ({
            "well": qsTr("全部已上传"),
            "sending": qsTr("%1 条正在上传").arg(model.unsent),
            "unsent": Theme.say(model.oldest) === "" ? qsTr("%1 条待上传").arg(model.unsent) : qsTr("%1 条待上传，最早 %2").arg(model.unsent).arg(Theme.say(model.oldest)),
            "support": qsTr("请找技术支持"),
            "no-content": qsTr("还没有内容"),
            "disk": qsTr("硬盘快满了"),
            "readers": qsTr("读不了代表证"),
            "part": qsTr("有设备不见了"),
            "clock": qsTr("时钟不准"),
            "mirror": qsTr("备份盘写不进去"),
            "hot": qsTr("机器太热"),
            "contact": qsTr("联系不上中心")
        })
    readonly property var advice: ({
            "well": ago === "" ? qsTr("还没有和中心联系过。") : qsTr("%1和中心联系过。您不用做什么。").arg(ago),
            "sending": qsTr("一会儿就好，您不用做什么。"),
            "unsent": qsTr("评议照常，票都在本机，一条不少。网线可能松了，先看路由器的灯。"),
            "support": qsTr("记录都在，评议可以继续。请把这一页拍给技术支持看。"),
            "no-content": qsTr("先同步，或用 U 盘带回内容。"),
            "disk": qsTr("不再收新视频，评议照常。请找技术支持清理硬盘。"),
            "readers": qsTr("镜头和扫码枪都没有接上。请插好线，等几秒再看。"),
            "part": qsTr("看下面黄色的一格，把线插好。"),
            "clock": qsTr("和中心差得太多。联网后会自己校准，不行就找技术支持。"),
            "mirror": qsTr("请看备份盘有没有插好。评议照常。"),
            "hot": qsTr("让通风口离墙远一点，别挡住。"),
            "contact": qsTr("没有要传的东西。网线可能松了，先看路由器的灯。")
        })
    readonly property var labels: ({
            "unsent": qsTr("待上传"),
            "contact": qsTr("网络"),
            "present": qsTr("签到"),
            "pack": qsTr("内容包"),
            "notices": qsTr("异常"),
            "disk": qsTr("硬盘"),
            "clock": qsTr("时钟"),
            "heat": qsTr("温度"),
            "camera": qsTr("镜头"),
            "scanner": qsTr("扫码枪"),
            "sound": qsTr("声音"),
            "touch": qsTr("触摸屏"),
            "day": qsTr("今天")
        })
    readonly property list<var> tasks: [
        {
            "id": "sync",
            "symbol": "sync",
            "text": well ? qsTr("立即同步") : qsTr("再试一次")
        },
        {
            "id": "usb",
            "symbol": "usb",
            "text": model.state === "unsent" ? qsTr("用 U 盘带走") : qsTr("U 盘"),
            "primary": model.state === "unsent"
        },
        {
            "id": "attendance",
            "symbol": "people",
            "text": qsTr("签到名单")
        },
        {
            "id": "help",
            "symbol": "person",
            "text": qsTr("帮人操作")
        },
        {
            "id": "device",
            "symbol": "screen",
            "text": qsTr("设备")
        },
        {
            "id": model.dayOpen && Theme.say(model.dayAt) !== "" ? "close" : "open",
            "symbol": "door",
            "text": model.dayOpen && Theme.say(model.dayAt) !== "" ? qsTr("关闭今天") : qsTr("开场检查")
        }
    ]

    function value(tile: var): string {
        const words = {
            "count": qsTr("%1 条"),
            "people": qsTr("%1 人"),
            "version": qsTr("第 %1 版"),
            "free": qsTr("余 %1"),
            "low": qsTr("只剩 %1"),
            "none": qsTr("没有"),
            "never": qsTr("没联系过"),
            "cut-off": qsTr("断开"),
            "fine": qsTr("正常"),
            "gone": qsTr("不见了"),
            "needed": qsTr("没接上"),
            "absent": qsTr("没有接"),
            "wrong": qsTr("不准"),
            "unknown": qsTr("未对时"),
            "hot": qsTr("太热"),
            "open": qsTr("已开场"),
            "closed": qsTr("已关闭"),
            "not-opened": qsTr("没开场"),
            "forked": qsTr("流水分叉"),
            "set-aside": qsTr("有坏数据"),
            "mirror": qsTr("备份盘"),
            "disk-full": qsTr("硬盘满")
        };
        return tile.id === "heat" ? tile.value : (words[tile.state] ?? tile.state).replace("%1", tile.value);
    }
    function note(tile: var): string {
        const words = {
            "cut-off": qsTr("看网线"),
            "never": qsTr("看网线"),
            "gone": qsTr("把线插好"),
            "needed": qsTr("或接扫码枪"),
            "forked": qsTr("找技术支持"),
            "set-aside": qsTr("找技术支持"),
            "mirror": qsTr("插好备份盘"),
            "disk-full": qsTr("清理硬盘"),
            "low": qsTr("清理硬盘"),
            "wrong": qsTr("联网对时"),
            "hot": qsTr("让它通风")
        };
        const calm = {
            "unsent": tile.state === "count" && model.unsent === 0 ? qsTr("都到中心了") : "",
            "notices": qsTr("没有异常"),
            "disk": qsTr("够用"),
            "heat": qsTr("不热"),
            "present": qsTr("今天"),
            "camera": tile.state === "absent" ? qsTr("有扫码枪就行") : qsTr("接着"),
            "scanner": tile.state === "absent" ? model.state === "readers" ? qsTr("或接镜头") : qsTr("有镜头就行") : qsTr("接着"),
            "sound": qsTr("视频没有声音"),
            "touch": tile.state === "absent" ? qsTr("没有认出来") : qsTr("接着"),
            "clock": tile.state === "fine" ? qsTr("和中心一致") : qsTr("联网后对时"),
            "day": qsTr("请做开场检查")
        };
        const given = Theme.say(tile.note);
        return given !== "" ? given : tile.attention ? words[tile.state] ?? "" : calm[tile.id] ?? "";
    }

    ownBack: true
    backText: qsTr("退出")
    backSymbol: "power"
    showHome: false
    showSettings: false
    title: qsTr("会场值守")
    lowHorizon: true
    headerItems: [
        SansText {
            visible: screen.wide && !Theme.elder
            text: Theme.han(Theme.say(screen.model.place) + " · " + Theme.say(screen.shell.facts.today))
            size: Theme.tBody
            color: Theme.ink2
            height: Theme.px(80)
            rightPadding: Theme.px(16)
        },
        QuietButton {
            objectName: "display"
            symbol: "textsize"
            text: qsTr("显示")
            onClicked: screen.shell.go("display")
        }
    ]
    onBack: screen.shell.endVisit()

    StaffLight {
        id: light
        y: Theme.px(screen.wide ? 4 : 30)
        width: screen.lightWidth
        well: screen.well
    }
    SansText {
        visible: screen.wide && !Theme.elder
        y: light.height + Theme.px(20)
        width: light.width
        text: Theme.han(screen.well ? qsTr("灯塔亮着，就是好的。\n黄灯：照着字做一步。") : qsTr("黄灯：照着字做一步。\n做完还不行，找技术支持。"))
        size: Theme.tMin
        color: Theme.ink2
        wrapMode: Text.Wrap
        verticalAlignment: Text.AlignTop
    }
    Item {
        id: words
        x: light.width + Theme.px(40)
        y: Theme.px(screen.wide ? 20 : 60)
        width: parent.width - x
        height: advice.y + advice.implicitHeight
        Rectangle {
            id: sign
            width: Theme.px(108)
            height: width
            radius: screen.well ? width / 2 : Theme.rCard
            color: screen.well ? Theme.pine : Theme.highContrast ? Theme.surface : Theme.lamp
            border.width: Theme.highContrast ? Theme.stroke : 0
            Icon {
                anchors.centerIn: parent
                name: screen.well ? "check" : "warn"
                color: screen.well ? Theme.onFill : Theme.ink
                size: Theme.px(70)
            }
        }
        FittingText {
            id: headline
            objectName: "staff-state"
            x: screen.wide ? sign.width + Theme.px(28) : 0
            y: screen.wide ? 0 : sign.height + Theme.px(24)
            width: parent.width - x
            height: screen.wide ? sign.height : implicitHeight
            text: screen.wide ? Theme.han(screen.headlines[screen.model.state]) : Theme.han(screen.headlines[screen.model.state]).replace("，", "，\n")
            largest: Theme.px(screen.well ? 104 : 84)
            room: Theme.px(screen.wide ? 116 : 230)
            lead: 1.16
        }
        FittingText {
            id: advice
            objectName: "staff-advice"
            sans: true
            font.bold: Theme.highContrast
            y: headline.y + headline.height + Theme.px(screen.wide ? 18 : 20)
            width: parent.width
            text: Theme.han(screen.advice[screen.model.state])
            largest: Theme.tLead
            room: Theme.px(screen.wide ? (Theme.elder ? 130 : 90) : 0)
            lead: 1.3
            color: Theme.ink2
        }
    }
    Item {
        id: tiles
        visible: screen.model.ready
        x: screen.wide ? words.x : 0
        y: screen.tilesTop
        width: parent.width - x
        Repeater {
            model: screen.model.tiles.slice(0, screen.most)
            StaffTile {
                required property var modelData
                required property int index
                x: index % screen.columns * (width + screen.gap)
                y: Math.floor(index / screen.columns) * (height + screen.gap)
                objectName: "tile-" + modelData.id
                width: Math.floor((tiles.width - (screen.columns - 1) * screen.gap) / screen.columns)
                height: Math.min(Theme.px(Theme.elder ? 230 : screen.wide ? 158 : 200), screen.tileRoom)
                symbol: modelData.icon
                label: screen.labels[modelData.id]
                value: screen.value(modelData)
                note: screen.note(modelData)
                attention: modelData.attention
            }
        }
    }
    StaffActs {
        id: tasks
        width: parent.width
        y: parent.height - height - Theme.px(20)
        most: screen.wide ? (Theme.elder ? 3 : 6) : (Theme.elder ? 2 : 3)
        all: screen.tasks
        onAct: id => screen.model.go(id)
    }
}
