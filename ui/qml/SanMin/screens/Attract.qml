pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// Nobody is here: the bay, the motto in columns, and in turn some of the questions that are answered. Any touch begins.
FocusScope {
    id: screen

    required property Shell shell
    required property AttractModel model
    property int scene: 0
    readonly property var question: scene > 0 && model.scenes.length > 0 ? model.scenes[(scene - 1) % model.scenes.length] : null
    readonly property var lines: [qsTr("看 %1 个部门的报告").arg(shell.facts.counts.departments), qsTr("提一条意见"), qsTr("市民代表来评议")]
    readonly property var lineIcons: ["play", "chat", "ballot"]

    Image {
        id: bay
        source: Qt.resolvedUrl("../../../../assets/scenery/bay-1920x1080.svg")
        sourceSize.height: screen.height
        height: screen.height
        width: Math.max(screen.width, implicitWidth)
        x: Theme.portrait ? -width * 0.18 : 0
        fillMode: Theme.portrait ? Image.PreserveAspectFit : Image.PreserveAspectCrop
        opacity: Theme.highContrast ? 0.25 : 1
    }
    Timer {
        interval: 12000
        running: screen.visible
        repeat: true
        onTriggered: screen.scene = (screen.scene + 1) % (screen.model.scenes.length + 1)
    }
    // The whole picture moves a little every minute, against burn-in.
    Timer {
        property int step: 0
        interval: 60000
        running: true
        repeat: true
        onTriggered: {
            step = (step + 1) % 4;
            content.x = [0, 8, 0, -8][step];
        }
    }
    Item {
        id: content
        width: screen.width
        height: screen.height

        Brand {
            facts: screen.shell.facts
            x: Theme.margin
            y: Theme.px(56)
        }
        Column {
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            y: Theme.px(64)
            SansText {
                text: Theme.say(screen.shell.facts.venue)
                size: Theme.t(30)
                lead: 1.4
                anchors.right: parent.right
            }
            SansText {
                text: Theme.say(screen.shell.facts.today)
                size: Theme.t(30)
                lead: 1.4
                anchors.right: parent.right
            }
        }
        Row {
            id: motto
            visible: screen.question === null && Theme.language === "zh"
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.px(Theme.portrait ? 300 : 86)
            layoutDirection: Qt.RightToLeft
            spacing: Theme.px(Theme.portrait ? 60 : 70)
            Repeater {
                model: screen.shell.facts.mottos
                Column {
                    id: motto_column
                    required property string modelData
                    Repeater {
                        model: motto_column.modelData.split("")
                        SerifText {
                            required property string modelData
                            text: modelData
                            size: Theme.tMotto
                            lead: 1.1
                        }
                    }
                }
            }
        }
        SerifText {
            visible: screen.question === null && Theme.language === "en"
            text: "Listen to the people,\nserve the city."
            size: Theme.tMotto
            anchors.horizontalCenter: parent.horizontalCenter
            horizontalAlignment: Text.AlignHCenter
            y: Theme.px(240)
        }
        Card {
            visible: screen.question !== null
            level: 2
            radius: Theme.rSheet
            width: Math.min(Theme.px(1180), screen.width - 2 * Theme.margin)
            height: asked.implicitHeight + Theme.px(96)
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.px(Theme.portrait ? 420 : 190)
            Column {
                id: asked
                x: Theme.px(64)
                y: Theme.px(44)
                width: parent.width - 2 * x
                spacing: Theme.px(12)
                Eyebrow {
                    text: screen.question ? qsTr("重点问题 第 %1 题").arg(screen.question.number) : ""
                }
                SerifText {
                    text: screen.question ? Theme.say(screen.question.question) : ""
                    width: parent.width
                    wrapMode: Text.Wrap
                    size: Theme.px(64)
                    maximumLineCount: 3
                }
                SansText {
                    text: screen.question ? qsTr("%1 的回答，在这里看").arg(Theme.say(screen.question.department)) : ""
                    color: Theme.ink2
                    size: Theme.tLead
                    width: parent.width
                    wrapMode: Text.Wrap
                }
            }
        }
        Rectangle {
            id: pill
            anchors.horizontalCenter: parent.horizontalCenter
            y: screen.height - Theme.px(Theme.portrait ? 420 : 248)
            width: pillRow.implicitWidth + Theme.px(120)
            height: Theme.px(120)
            radius: height / 2
            color: Theme.surface
            border.width: Theme.highContrast ? Theme.stroke : 0
            SoftShadow {
                level: 2
                radius: Theme.px(60)
            }
            Row {
                id: pillRow
                anchors.centerIn: parent
                spacing: Theme.px(28)
                Icon {
                    name: "touch"
                    color: Theme.tile
                    size: Theme.px(60)
                    anchors.verticalCenter: parent.verticalCenter
                }
                SerifText {
                    text: "轻触屏幕，开始"
                    size: Theme.t(52)
                    anchors.verticalCenter: parent.verticalCenter
                }
                SansText {
                    text: "Touch to begin"
                    size: Theme.t(34)
                    color: Theme.ink2
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
        Flow {
            width: Theme.portrait ? Theme.px(420) : implicitWidth
            anchors.horizontalCenter: parent.horizontalCenter
            y: screen.height - Theme.px(Theme.portrait ? 270 : 100)
            spacing: Theme.px(Theme.portrait ? 20 : 56)
            Repeater {
                model: 3
                Row {
                    id: promise
                    required property int index
                    spacing: Theme.px(14)
                    Icon {
                        name: screen.lineIcons[promise.index]
                        color: Theme.highContrast ? Theme.ink : Theme.onFill
                        size: Theme.px(36)
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    SansText {
                        text: Theme.han(screen.lines[promise.index])
                        size: Theme.t(30)
                        strong: true
                        color: Theme.highContrast ? Theme.ink : Theme.onFill
                    }
                }
            }
        }
    }
    Touchable {
        objectName: "begin"
        anchors.fill: parent
        text: qsTr("轻触屏幕，开始")
        onPressed: screen.model.begin()
    }
}
