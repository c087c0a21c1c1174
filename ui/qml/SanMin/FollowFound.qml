pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The way of one suggestion: lamps on the pier with their words, then the reply in full.
Item {
    id: found

    required property FollowModel model
    readonly property var names: ({
            "received": qsTr("受理"),
            "forwarded": qsTr("转办"),
            "in_hand": qsTr("办理"),
            "replied": qsTr("反馈"),
            "adopted": qsTr("吸纳"),
            "explained": qsTr("说明"),
            "declined": qsTr("不采纳"),
            "merged": qsTr("合并办理")
        })
    readonly property bool tall: Theme.portrait || Theme.elder

    Rectangle {
        id: pier
        width: parent.width
        height: Theme.px(200)
        radius: Theme.rCard
        clip: true
        color: Theme.mist
        visible: !Theme.elder
        SeaScene {
            visible: !Theme.highContrast
            anchors.fill: parent
            waterline: 0.62
        }
        Image {
            visible: !Theme.highContrast
            source: Qt.resolvedUrl("../../../assets/scenery/pavilion.svg")
            sourceSize.height: Theme.px(190)
            height: Theme.px(190)
            fillMode: Image.PreserveAspectFit
            x: parent.width * 0.9 - width / 2
            y: Theme.px(-14)
        }
        Rectangle {
            y: Theme.px(132)
            width: parent.width * 0.84
            height: Theme.px(12)
            color: "#E9E2D0"
            visible: !Theme.highContrast
        }
        Repeater {
            model: found.model.lamps
            Item {
                id: lamp
                required property var modelData
                required property int index
                x: found.width * (index + 0.5) / 5 - Theme.px(34)
                y: Theme.px(28)
                width: Theme.px(68)
                height: Theme.px(110)
                Rectangle {
                    x: parent.width / 2 - Theme.px(3)
                    y: Theme.px(50)
                    width: Theme.px(6)
                    height: Theme.px(58)
                    color: "#0A2540"
                }
                Rectangle {
                    width: parent.width
                    height: width
                    radius: width / 2
                    color: lamp.modelData.done ? Theme.pine : lamp.modelData.now ? Theme.surface : Theme.mist
                    border.width: Theme.px(5)
                    border.color: lamp.modelData.done ? "#F5E6B8" : Theme.edge
                    Icon {
                        anchors.centerIn: parent
                        name: lamp.modelData.done ? "check" : lamp.modelData.now ? "menu" : "blank"
                        color: lamp.modelData.done ? Theme.onFill : Theme.ink2
                        size: Theme.px(38)
                    }
                }
            }
        }
    }
    Row {
        id: words
        y: pier.visible ? pier.height + Theme.px(14) : 0
        width: parent.width
        Repeater {
            model: found.model.lamps
            Column {
                id: stop
                required property var modelData
                width: Math.floor(found.width / 5)
                SerifText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: parent.width - Theme.px(8)
                    horizontalAlignment: Text.AlignHCenter
                    text: found.names[stop.modelData.state]
                    size: Theme.px(Theme.elder ? 46 : 38)
                    lead: 1.2
                    color: stop.modelData.now ? Theme.tile : Theme.ink
                    fontSizeMode: Text.HorizontalFit
                }
                SansText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: stop.modelData.done ? Theme.say(stop.modelData.on) : stop.modelData.now ? qsTr("在路上") : "–"
                    size: Theme.px(Theme.elder ? 34 : 28)
                    lead: 1.3
                    strong: stop.modelData.now
                    color: Theme.ink2
                }
                SansText {
                    visible: !found.tall
                    width: parent.width - Theme.px(20)
                    anchors.horizontalCenter: parent.horizontalCenter
                    horizontalAlignment: Text.AlignHCenter
                    text: Theme.say(stop.modelData.note)
                    size: Theme.t(26)
                    lead: 1.25
                    color: Theme.ink2
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                }
            }
        }
    }
    Rectangle {
        id: about
        x: 0
        y: words.y + words.height + Theme.px(24)
        width: Theme.portrait ? parent.width : Theme.px(560)
        height: Theme.portrait ? Theme.px(Theme.elder ? 330 : 260) : parent.height - y - Theme.px(20)
        radius: Theme.rCard
        color: Theme.mist
        border.width: Theme.highContrast ? Theme.stroke : 0
        Column {
            x: Theme.px(36)
            y: Theme.px(32)
            width: parent.width - 2 * x
            spacing: Theme.px(14)
            SansText {
                text: qsTr("这件事")
                size: Theme.tMin
                strong: true
                color: Theme.ink2
            }
            SerifText {
                width: parent.width
                text: found.model.waiting ? qsTr("已经记下，正在送往中心。") : Theme.say(found.model.summary)
                size: Theme.px(Theme.elder ? 44 : 38)
                lead: 1.35
                wrapMode: Text.Wrap
                maximumLineCount: Theme.portrait ? 2 : 4
                elide: Text.ElideRight
            }
            Chip {
                visible: found.model.outcome !== ""
                symbol: "flag"
                text: found.model.outcome === "planned" ? qsTr("纳入明年工作谋划") : qsTr("刊发《建言与决策》")
                ink: Theme.pine
                ground: Theme.mint
            }
            SansText {
                width: parent.width
                text: Theme.say(found.model.asOf) === "" ? "" : Theme.han(qsTr("状态截至 %1").arg(Theme.say(found.model.asOf)))
                size: Theme.tMin
                color: Theme.ink2
                wrapMode: Text.Wrap
            }
        }
    }
    Card {
        x: Theme.portrait ? 0 : about.width + Theme.px(32)
        y: Theme.portrait ? about.y + about.height + Theme.px(24) : about.y
        width: parent.width - x
        height: parent.height - y - Theme.px(20)
        Eyebrow {
            id: replyHead
            x: Theme.px(40)
            y: Theme.px(32)
            text: Theme.say(found.model.reply) === "" ? qsTr("还没有答复") : Theme.say(found.model.department) === "" ? qsTr("答复") : qsTr("%1的答复").arg(Theme.say(found.model.department))
        }
        PagedText {
            x: Theme.px(40)
            y: replyHead.y + replyHead.height + Theme.px(14)
            width: parent.width - 2 * x
            height: parent.height - y - another.height - Theme.px(56)
            text: Theme.say(found.model.reply) === "" ? qsTr("有了答复，这里会写出来。您可以在任何会场查，也可以用手机扫回执上的码。") : Theme.say(found.model.reply)
        }
        SecondaryButton {
            id: another
            objectName: "another"
            x: Theme.px(40)
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.px(28)
            symbol: "search"
            text: qsTr("查另一张回执")
            onClicked: found.model.clear()
        }
    }
}
