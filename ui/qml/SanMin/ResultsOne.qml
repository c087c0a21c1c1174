pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// One department's result: the score as a large numeral, each mark with sign, word, bar and share.
Card {
    id: one

    required property ResultsModel model
    property bool opens: true // has the button to the department's own page
    readonly property var row: model.chosen
    readonly property bool empty: row.id === undefined
    readonly property int pad: Theme.px(40)
    readonly property var tones: Theme.highContrast ? ["#000000", "#595959", "#B0B0B0", "#FFFFFF"] : [Theme.pine, Theme.sky, Theme.tile, Theme.hair]
    readonly property bool aside: width > Theme.px(1300)
    readonly property bool told: !empty && row.withheld !== "few" && row.withheld !== "none" // has marks that may be shown
    readonly property int marksY: aside ? Theme.px(40) : head.y + head.height + Theme.px(Theme.elder && Theme.portrait && !Theme.lowered ? 40 : 16)
    readonly property int foot: pageButton.visible ? pageButton.height + Theme.px(44) : Theme.px(24)
    readonly property int markHeight: Math.min(Theme.px(Theme.elder ? 184 : 116), Math.floor((height - marksY - foot) / 4))
    readonly property int thick: Theme.px(markHeight > Theme.px(120) ? 34 : 22)
    readonly property string note: {
        if (empty)
            return "";
        if (row.withheld === "none")
            return qsTr("还没有人评这个部门。");
        if (row.withheld === "few")
            return Theme.han(qsTr("评的人不到 %1 位，为了不让人猜出是谁，不公布。").arg(model.smallestCell));
        if (row.withheld === "some")
            return qsTr("有的选项人数太少，为了不让人猜出是谁，不公布，也不算得分。");
        return Theme.han(qsTr("共 %1 人评议").arg(Theme.count(row.ratings)));
    }

    level: 2

    Column {
        id: introduction
        visible: one.empty
        x: one.pad
        width: (one.aside ? Math.round(parent.width * 0.55) : parent.width) - 2 * x
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(20)
        Icon {
            visible: !Theme.lowered || !Theme.elder
            name: "ballot"
            color: Theme.sea
            size: Theme.px(96)
        }
        SerifText {
            width: parent.width
            text: qsTr("市民代表评出来的")
            size: Theme.tCard
            wrapMode: Text.Wrap
        }
        Row {
            visible: one.model.ratings > 0
            spacing: Theme.px(20)
            SerifText {
                id: counted
                text: Theme.count(one.model.ratings)
                size: Theme.tDisplay
                lead: 1.1
            }
            SansText {
                anchors.bottom: counted.bottom
                anchors.bottomMargin: Theme.px(12)
                text: qsTr("项评价")
                lead: 1.2
                color: Theme.ink2
            }
        }
        SansText {
            width: parent.width
            text: qsTr("点一个部门，看得分和各选项的比例。")
            size: Theme.tBody
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
        Item {
            id: keysPlace
            visible: !one.aside
            width: 1
            height: keys.height
        }
    }
    Column {
        id: keys
        visible: one.empty
        x: one.aside ? Math.round(parent.width * 0.6) : one.pad
        y: one.aside ? Math.round((parent.height - height) / 2) : introduction.y + keysPlace.y
        topPadding: Theme.px(one.aside ? 0 : 8)
        spacing: Theme.px(one.aside ? 24 : 14)
        Repeater {
            model: one.model.rows.length > 0 ? one.model.rows[0].marks : []
            Row {
                id: key
                required property var modelData
                required property int index
                spacing: Theme.px(14)
                Rectangle {
                    width: Theme.px(64)
                    height: Theme.px(32)
                    radius: Theme.px(6)
                    color: one.tones[key.index % one.tones.length]
                    border.width: Theme.highContrast ? 2 : 0
                    anchors.verticalCenter: parent.verticalCenter
                }
                Icon {
                    name: key.modelData.icon
                    size: Theme.px(36)
                    anchors.verticalCenter: parent.verticalCenter
                }
                SansText {
                    text: Theme.say(key.modelData.label)
                    size: Theme.tMin
                    lead: 1.3
                }
            }
        }
    }
    Column {
        id: head
        visible: !one.empty
        x: one.pad
        y: Theme.px(32)
        width: one.aside && one.told ? Math.round(parent.width * 0.4) : parent.width - 2 * x
        spacing: Theme.px(10)
        Eyebrow {
            text: one.empty ? "" : Theme.say(one.row.session)
        }
        SerifText {
            width: parent.width
            height: Theme.px(Theme.language === "en" && Theme.say(one.row.name).length > 24 || Theme.elder ? 120 : 70)
            text: one.empty ? "" : Theme.say(one.row.name)
            size: Theme.px(52)
            lead: 1.15
            wrapMode: Text.Wrap
            maximumLineCount: 2
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.t(28)
        }
        Row {
            visible: !one.empty && one.row.score !== ""
            spacing: Theme.px(20)
            SerifText {
                id: numeral
                text: one.empty ? "" : one.row.score
                size: Theme.tDisplay
                lead: 1.1
            }
            SansText {
                anchors.bottom: numeral.bottom
                anchors.bottomMargin: Theme.px(12)
                text: qsTr("分，满分 100")
                size: Theme.tBody
                lead: 1.2
                color: Theme.ink2
            }
        }
        SansText {
            width: parent.width
            text: one.note
            size: Theme.tMin
            lead: 1.35
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
    }
    Column {
        visible: !one.empty
        x: one.aside ? head.width + 2 * one.pad : one.pad
        y: one.marksY
        width: parent.width - x - one.pad
        Repeater {
            model: one.told ? one.row.marks : []
            Item {
                id: mark
                required property var modelData
                required property int index
                width: parent.width
                height: one.markHeight
                Icon {
                    id: sign
                    name: mark.modelData.icon
                    size: Theme.px(44)
                    y: Theme.px(4)
                }
                SansText {
                    x: sign.width + Theme.px(16)
                    width: parent.width - x - share.width
                    text: Theme.say(mark.modelData.label)
                    size: Theme.tBody
                    lead: 1.3
                    strong: true
                }
                SansText {
                    id: share
                    anchors.right: parent.right
                    text: mark.modelData.text === "" ? qsTr("不公布") : mark.modelData.text
                    size: Theme.tBody
                    lead: 1.3
                    strong: true
                }
                Rectangle {
                    y: Theme.px(Theme.elder ? 64 : 48)
                    width: parent.width
                    height: one.thick
                    radius: height / 2
                    color: Theme.mist
                    border.width: Theme.highContrast ? 2 : 0
                    Rectangle {
                        width: Math.round(parent.width * mark.modelData.share / 100)
                        height: parent.height
                        radius: parent.radius
                        color: one.tones[mark.index % one.tones.length]
                        border.width: Theme.highContrast ? 2 : 0
                    }
                }
            }
        }
    }
    SecondaryButton {
        id: pageButton
        objectName: "open-department"
        visible: one.opens && !one.empty
        x: one.pad
        width: parent.width - 2 * x
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(28)
        symbol: "next"
        symbolAfter: true
        text: qsTr("看它的报告和目标")
        onClicked: one.model.openDepartment()
    }
}
