pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// Nobody is here: the bay with the motto, then in turn a question with a silent clip of its answer. Any touch begins.
FocusScope {
    id: screen

    required property Shell shell
    required property AttractModel model
    property int scene: 0
    readonly property var answer: scene % 2 === 1 && model.scenes.length > 0 ? model.scenes[Math.floor(scene / 2) % model.scenes.length] : null
    readonly property var lines: [shell.facts.counts.departments > 0 ? qsTr("看 %1 个部门的报告").arg(shell.facts.counts.departments) : qsTr("看各部门的报告"), qsTr("提一条意见"), qsTr("市民代表来评议")]
    readonly property var lineIcons: ["play", "chat", "ballot"]

    Timer {
        objectName: "scene-timer"
        interval: 12000
        running: screen.visible
        repeat: true
        onTriggered: screen.scene = (screen.scene + 1) % (2 * Math.max(1, screen.model.scenes.length))
    }
    // The whole picture moves a little every minute, against burn-in.
    Timer {
        property int step: 0
        interval: 60000
        running: true
        repeat: true
        onTriggered: {
            step = (step + 1) % 4;
            content.x = Theme.px([0, 8, 0, -8][step]);
        }
    }
    Item {
        id: content
        width: screen.width
        height: screen.height

        BayPicture {
            room: screen.width
            height: screen.height
            opacity: Theme.highContrast ? 0 : screen.answer === null ? 1 : 0
            visible: opacity > 0
            Behavior on opacity {
                enabled: !Theme.calmMotion
                NumberAnimation {
                    duration: 1200
                }
            }
        }
        Shore {
            visible: !Theme.highContrast && screen.answer !== null
            x: -Theme.px(8)
            y: Math.round(screen.height * 0.52)
            width: screen.width + Theme.px(16)
            height: screen.height - y
            waterline: 0.56
            size: 0.62
            pavilionX: Theme.px(Theme.portrait ? 40 : 90)
            roofsX: screen.width - Theme.px(Theme.portrait ? 420 : 620)
            sunX: Theme.px(Theme.portrait ? 470 : 860)
        }
        Brand {
            facts: screen.shell.facts
            x: Theme.margin
            y: Theme.px(56)
        }
        Column {
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            visible: screen.answer === null || Theme.portrait
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
            visible: screen.answer === null
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.px(Theme.portrait ? 230 : 86)
            layoutDirection: Qt.RightToLeft
            spacing: Theme.px(Theme.portrait ? 60 : 70)
            Repeater {
                model: screen.shell.facts.mottos
                SerifText {
                    required property string modelData
                    text: modelData.split("").join("\n")
                    size: Theme.tMotto
                    lead: 1.14
                }
            }
        }
        Loader {
            active: screen.answer !== null
            anchors.fill: parent
            sourceComponent: AttractClip {
                answer: screen.answer
            }
        }
        BeginPill {
            anchors.horizontalCenter: parent.horizontalCenter
            y: screen.height - Theme.px(Theme.portrait ? 420 : 248)
        }
        Grid {
            visible: screen.answer === null
            columns: Theme.portrait ? 1 : 3
            anchors.horizontalCenter: parent.horizontalCenter
            y: screen.height - Theme.px(Theme.portrait ? 180 : 102)
            columnSpacing: Theme.px(56)
            rowSpacing: Theme.px(10)
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
                        lead: 1.25
                        strong: true
                        color: Theme.highContrast ? Theme.ink : Theme.onFill
                    }
                }
            }
        }
    }
    Touchable {
        objectName: "begin"
        surface: true
        anchors.fill: parent
        text: qsTr("轻触屏幕，开始")
        onClicked: screen.model.begin()
    }
}
