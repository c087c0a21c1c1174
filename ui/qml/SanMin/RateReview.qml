pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Everything before casting: what is chosen, what is left blank by name, a cover against curious eyes, one press.
Item {
    id: review

    required property RateModel model
    required property string trouble
    readonly property bool wide: !Theme.portrait
    readonly property int blank: model.count - model.chosenCount
    readonly property int sideWidth: wide ? Theme.px(Theme.elder ? 620 : 540) : width
    readonly property int listWidth: wide ? width - sideWidth - Theme.px(48) : width
    readonly property int columns: Theme.elder && !wide ? 1 : 2
    readonly property int lines: Math.ceil(model.count / columns)
    readonly property int listHeight: wide ? height - Theme.px(20) : height - side.height - Theme.px(50)
    readonly property int rowHeight: Math.min(Theme.px(150), Math.floor((listHeight - (lines - 1) * Theme.px(18)) / Math.max(1, lines)))

    Column {
        id: side
        y: review.wide ? Theme.px(6) : review.listHeight + Theme.px(30)
        width: review.sideWidth
        spacing: Theme.px(20)
        SerifText {
            visible: review.wide
            width: parent.width
            text: Theme.han(qsTr("%1 个已选，\n%2 个留空").arg(review.model.chosenCount).arg(review.blank))
            size: Theme.px(76)
            lead: 1.15
        }
        Rectangle {
            visible: review.blank > 0
            width: parent.width
            height: blanks.height + Theme.px(40)
            radius: Theme.rButton
            color: Theme.sand
            border.width: Theme.highContrast ? Theme.stroke : 0
            Column {
                id: blanks
                x: Theme.px(30)
                y: Theme.px(20)
                width: parent.width - 2 * x
                SansText {
                    text: qsTr("还没评的部门")
                    size: Theme.tMin
                    lead: 1.35
                    strong: true
                    color: Theme.amber
                }
                SansText {
                    width: parent.width
                    text: Theme.say(review.model.blankNames)
                    size: Theme.tMin
                    lead: 1.35
                    strong: true
                    color: Theme.amber
                    wrapMode: Text.Wrap
                    maximumLineCount: review.wide ? (review.trouble === "" ? 4 : 2) : 2
                    elide: Text.ElideRight
                }
                SansText {
                    visible: review.trouble === ""
                    width: parent.width
                    text: qsTr("留空不算“不了解”，以后还能补。")
                    size: Theme.tMin
                    lead: 1.35
                    color: Theme.amber
                    wrapMode: Text.Wrap
                }
            }
        }
        Row {
            visible: review.trouble !== ""
            width: parent.width
            spacing: Theme.px(14)
            Icon {
                name: "warn"
                color: Theme.amber
                size: Theme.px(40)
            }
            SansText {
                width: parent.width - Theme.px(56)
                text: review.trouble
                strong: true
                size: Theme.tMin
                lead: 1.4
                color: Theme.amber
                wrapMode: Text.Wrap
            }
        }
        SecondaryButton {
            objectName: "cover"
            width: parent.width
            symbol: review.model.covered ? "eye" : "eyeoff"
            text: review.model.covered ? qsTr("显示我的选择") : qsTr("遮住我的选择")
            chosen: review.model.covered
            onClicked: review.model.toggleCover()
        }
        PrimaryButton {
            id: castButton
            objectName: "cast"
            width: parent.width
            height: Theme.px(128)
            size: Theme.px(Theme.elder ? 52 : 46)
            symbol: "cast"
            enabled: review.model.chosenCount > 0
            text: review.model.busy ? qsTr("正在投出…") : Theme.han(qsTr("投出 %1 项评价").arg(review.model.chosenCount))
            onClicked: review.model.cast()
            PressRest {
                button: castButton
            }
        }
        SansText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: review.model.chosenCount > 0 ? qsTr("投出以后不能再改") : qsTr("一个都没有选，请先评一个部门。")
            size: Theme.tMin
            color: Theme.ink2
        }
    }
    Grid {
        x: review.wide ? review.sideWidth + Theme.px(48) : 0
        columns: review.columns
        flow: Grid.TopToBottom
        rows: review.lines
        columnSpacing: Theme.px(24)
        rowSpacing: Theme.px(18)
        Repeater {
            model: review.model.rows
            Touchable {
                id: row
                required property var modelData
                readonly property bool isBlank: modelData.code === 0
                readonly property bool hidden: review.model.covered && !isBlank
                objectName: "review-" + modelData.index
                width: Math.floor((review.listWidth - (review.columns - 1) * Theme.px(24)) / review.columns)
                height: review.rowHeight
                radius: Theme.rButton
                text: Theme.say(modelData.name)
                onClicked: review.model.show(modelData.index)
                background: Rectangle {
                    radius: row.radius
                    color: row.held ? Theme.foam : row.isBlank ? Theme.sand : Theme.surface
                    border.width: row.isBlank || Theme.highContrast ? Theme.px(3) : 0
                    border.color: Theme.amber
                    SoftShadow {
                        level: 1
                        radius: row.radius
                        visible: !row.isBlank && !Theme.highContrast
                    }
                }
                contentItem: Item {
                    Column {
                        x: Theme.px(30)
                        width: parent.width - x - Theme.px(100)
                        anchors.verticalCenter: parent.verticalCenter
                        SansText {
                            width: parent.width
                            text: Theme.say(row.modelData.name)
                            size: Theme.px(Theme.elder ? 34 : 28)
                            lead: 1.25
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: Theme.tMin
                            elide: Text.ElideRight
                        }
                        Row {
                            spacing: Theme.px(14)
                            Icon {
                                name: row.hidden ? "eyeoff" : row.modelData.icon
                                size: Theme.px(Theme.elder ? 50 : 44)
                                color: row.isBlank ? Theme.amber : Theme.ink
                                anchors.verticalCenter: parent.verticalCenter
                            }
                            SansText {
                                text: row.hidden ? qsTr("已选，遮住了") : row.isBlank ? qsTr("留空") : Theme.say(row.modelData.label)
                                size: Theme.px(Theme.elder ? 40 : 34)
                                lead: 1.25
                                strong: true
                                color: row.isBlank ? Theme.amber : Theme.ink
                            }
                        }
                    }
                    Rectangle {
                        anchors.right: parent.right
                        anchors.rightMargin: Theme.px(22)
                        anchors.verticalCenter: parent.verticalCenter
                        width: Theme.px(60)
                        height: width
                        radius: Theme.px(14)
                        color: row.isBlank ? Theme.surface : Theme.foam
                        Icon {
                            anchors.centerIn: parent
                            name: "edit"
                            color: Theme.sea
                            size: Theme.px(36)
                        }
                    }
                }
            }
        }
    }
}
