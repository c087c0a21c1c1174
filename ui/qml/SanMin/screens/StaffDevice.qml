pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// The machine itself: brightness, volume and touch sound, cleaning, a new start, diagnostics, another venue, leaving kiosk mode.
StaffPage {
    id: screen

    required property StaffDeviceModel model
    readonly property string stage: model.stage
    readonly property bool listed: stage === "list" || stage === "cleaning"
    readonly property bool typing: stage === "move" || stage === "leave"
    readonly property bool strip: Theme.lowered && wide
    readonly property bool halved: Theme.portrait && Theme.lowered // what has steps keeps a row, the rest stand in pairs
    readonly property bool tight: strip || halved
    readonly property int columns: halved || !Theme.portrait && !strip ? 2 : strip ? 3 : 1
    readonly property int gap: Theme.px(strip ? 14 : 20)
    readonly property int steppers: model.brightness >= 0 ? 2 : 1
    readonly property int count: 6 + steppers
    readonly property int rows: halved ? steppers + Math.ceil((count - steppers) / 2) : Math.ceil(count / columns)
    readonly property int cardHeight: Math.min(Theme.px(Theme.elder ? 190 : 168), Math.floor((inner.height - (rows - 1) * gap) / rows))
    readonly property var saids: ({
            "diagnostics": qsTr("诊断资料存好了，U 盘可以拔。"),
            "move": qsTr("换好了，正在重新启动…")
        })
    readonly property list<var> tasks: [
        {
            "id": "cleaning",
            "symbol": "touch",
            "title": qsTr("擦屏幕"),
            "line": qsTr("60 秒内怎么碰都没反应")
        },
        {
            "id": "restart",
            "symbol": "sync",
            "title": qsTr("重新启动"),
            "line": qsTr("记录都在，半分钟就好")
        },
        {
            "id": "diagnostics",
            "symbol": "doc",
            "title": qsTr("诊断资料"),
            "line": qsTr("存到 U 盘，没有个人信息")
        },
        {
            "id": "move",
            "symbol": "target",
            "title": qsTr("换到别的会场"),
            "line": qsTr("要组织方的注册码")
        },
        {
            "id": "leave",
            "symbol": "power",
            "title": qsTr("退出终端模式"),
            "line": qsTr("给技术人员，要再输密码")
        }
    ]

    title: qsTr("设备")
    touchy: listed || typing
    covered: stage === "cleaning"
    headline: stage === "restart" ? qsTr("重新启动这台终端？") : stage === "diagnostics" ? qsTr("插上 U 盘，存诊断资料") : stage === "move" ? qsTr("换到别的会场") : stage === "leave" ? qsTr("再输一次您的密码") : strip ? "" : qsTr("这台终端")
    lead: stage === "restart" ? qsTr("大约半分钟。评议记录都在，一条不少。") : stage === "diagnostics" ? qsTr("里面有版本、健康状况和运行日志，没有姓名、电话、选择和意见。") : strip && typing ? "" : stage === "move" ? qsTr("扫注册单上的二维码，或输入二十位注册码。先会把记录全部上传。") : stage === "leave" ? qsTr("终端会关掉画面，交给技术人员。") : saids[model.said] ?? ""
    sign: listed && model.said !== "" ? "checkc" : ""
    trouble: model.trouble === "" ? "" : model.trouble === "pin-wrong" ? qsTr("密码不对，请再试一次。") : model.trouble === "pin-wait" || model.trouble === "pin-locked" ? qsTr("输错太多次，请过一会儿再试。") : stage === "move" ? words.enrol(model.trouble) : words.stick(model.trouble)
    acts: stage === "restart" ? [
        {
            "id": "restart-now",
            "symbol": "sync",
            "text": qsTr("重新启动"),
            "primary": true
        }
    ] : stage === "diagnostics" ? [
        {
            "id": "save",
            "symbol": "usb",
            "text": model.busy ? qsTr("正在存…") : qsTr("存到 U 盘"),
            "primary": true,
            "enabled": !model.busy
        }
    ] : stage === "move" ? [
        {
            "id": "move-now",
            "symbol": "target",
            "text": model.busy ? qsTr("正在换…") : qsTr("换会场"),
            "primary": true,
            "enabled": !model.busy && model.digits === model.length
        }
    ] : []
    onAct: model.confirm()

    StaffWords {
        id: words
    }
    Item {
        id: grid
        readonly property int each: Math.floor((width - (screen.columns - 1) * screen.gap) / screen.columns)
        readonly property int stepWidth: screen.halved ? width : each
        readonly property int below: screen.halved ? screen.steppers * (screen.cardHeight + screen.gap) : 0
        function xOf(place: int): int {
            return place % screen.columns * (each + screen.gap);
        }
        function yOf(place: int): int {
            return Math.floor(place / screen.columns) * (screen.cardHeight + screen.gap);
        }
        visible: screen.listed
        width: parent.width
        StaffStepper {
            objectName: "volume"
            width: grid.stepWidth
            height: screen.cardHeight
            symbol: "volume"
            title: screen.strip ? "" : qsTr("音量")
            value: screen.model.volume + "%"
            less: qsTr("小声")
            more: qsTr("大声")
            onStep: by => screen.model.changeVolume(by)
        }
        StaffChoice {
            x: grid.xOf(screen.halved ? 0 : 1)
            y: screen.halved ? grid.below : grid.yOf(1)
            objectName: "touch-sound"
            width: grid.each
            height: screen.cardHeight
            symbol: "sound"
            chosen: screen.model.touchSound
            title: !screen.tight ? qsTr("按键声") : screen.model.touchSound ? qsTr("按键声：开") : qsTr("按键声：关")
            line: screen.tight ? "" : screen.model.touchSound ? qsTr("开着，每位来人都一样") : qsTr("关着，来人可以自己打开")
            Accessible.checkable: true
            Accessible.checked: screen.model.touchSound
            onClicked: screen.model.toggleTouchSound()
        }
        StaffStepper {
            objectName: "brightness"
            x: screen.halved ? 0 : grid.xOf(2)
            y: screen.halved ? screen.cardHeight + screen.gap : grid.yOf(2)
            visible: screen.model.brightness >= 0
            width: grid.stepWidth
            height: screen.cardHeight
            symbol: "sun"
            title: screen.strip ? "" : qsTr("亮度")
            value: screen.model.brightness + "%"
            less: qsTr("暗些")
            more: qsTr("亮些")
            onStep: by => screen.model.changeBrightness(by)
        }
        Repeater {
            model: screen.tasks
            StaffChoice {
                required property var modelData
                required property int index
                readonly property bool alone: index === screen.tasks.length - 1 && screen.columns === 2 && place % 2 === 0
                readonly property int place: screen.halved ? index + 1 : index + screen.count - screen.tasks.length
                x: grid.xOf(place)
                y: grid.below + grid.yOf(place)
                objectName: "device-" + modelData.id
                width: alone ? grid.width : grid.each
                height: screen.cardHeight
                symbol: modelData.symbol
                title: modelData.title
                line: screen.tight ? "" : modelData.line
                onClicked: screen.model.begin(modelData.id)
            }
        }
    }
    Icon {
        visible: screen.stage === "restart" || screen.stage === "diagnostics"
        anchors.centerIn: parent
        name: screen.stage === "restart" ? "sync" : "usb"
        color: Theme.sea
        size: Math.min(Theme.px(320), screen.inner.height)
    }
    Item {
        id: typed
        // With keys in a strip what was typed stands above them, in the upper half.
        parent: screen.strip ? screen.area : screen.inner
        visible: screen.typing
        y: screen.strip ? screen.half - height - Theme.px(20) : 0
        width: screen.wide && !screen.strip ? Theme.px(720) : parent.width
        height: Theme.px(screen.strip ? 76 : 120)
        Rectangle {
            visible: screen.stage === "move"
            anchors.fill: parent
            radius: Theme.rKey
            color: Theme.surface
            border.width: Theme.px(4)
            border.color: Theme.sea
            SerifText {
                objectName: "code"
                x: Theme.px(20)
                width: parent.width - 2 * x
                height: parent.height
                text: screen.model.code === "" ? qsTr("二十位注册码") : screen.model.code
                color: screen.model.code === "" ? Theme.ink2 : Theme.ink
                size: Theme.t(38)
                lead: 1.1
                fontSizeMode: Text.HorizontalFit
                horizontalAlignment: Text.AlignHCenter
            }
        }
        Row {
            visible: screen.stage === "leave"
            spacing: Theme.px(20)
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("已输入 %1 位").arg(screen.model.digits)
            Repeater {
                model: 6
                Rectangle {
                    id: box
                    required property int index
                    width: Theme.px(100)
                    height: typed.height
                    radius: Theme.rButton
                    color: index < screen.model.digits ? Theme.surface : Theme.mist
                    border.width: Theme.stroke
                    border.color: Theme.edge
                    Rectangle {
                        visible: box.index < screen.model.digits
                        anchors.centerIn: parent
                        width: Theme.px(28)
                        height: width
                        radius: width / 2
                        color: Theme.ink
                    }
                }
            }
        }
    }
    StaffKeypad {
        visible: screen.typing
        x: screen.wide && !screen.strip ? typed.width + Theme.px(48) : 0
        y: screen.wide ? 0 : typed.height + Theme.px(32)
        width: parent.width - x
        height: Math.min(parent.height - y, Theme.px(660))
        keys: screen.model.keys
        enabledKeys: !screen.model.busy
        onTyped: character => screen.model.type(character)
        onErased: screen.model.erase()
    }
    Rectangle {
        objectName: "cleaning"
        parent: screen
        visible: screen.stage === "cleaning"
        anchors.fill: parent
        color: Theme.highContrast ? Theme.paper : Theme.abyss
        MouseArea {
            anchors.fill: parent
        }
        Column {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.px(120)
            spacing: Theme.px(30)
            SerifText {
                width: parent.width
                text: qsTr("现在可以擦屏幕")
                size: Theme.px(76)
                color: Theme.highContrast ? Theme.ink : Theme.onFill
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
            }
            SerifText {
                objectName: "seconds-left"
                width: parent.width
                text: Theme.han(qsTr("%1 秒").arg(screen.model.secondsLeft))
                size: Theme.px(180)
                lead: 1.1
                color: Theme.highContrast ? Theme.ink : Theme.onFill
                horizontalAlignment: Text.AlignHCenter
            }
            SansText {
                width: parent.width
                text: qsTr("碰哪里都没有反应，时间到了自己回来。")
                size: Theme.tLead
                color: Theme.highContrast ? Theme.ink : Theme.onFill
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
            }
        }
    }
}
