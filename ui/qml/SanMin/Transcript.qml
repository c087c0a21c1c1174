pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// What is said, sentence by sentence; a touch plays from there.
Card {
    id: transcript

    required property PlayerModel model
    readonly property int lineHeight: Theme.px(Theme.language === "en" ? (Theme.elder ? 176 : 104) : Theme.elder ? 126 : 86)
    readonly property int perPage: Math.max(1, Math.floor((height - head.height - (Theme.lowered ? 0 : bar.height) - Theme.px(48) + Theme.s2) / (lineHeight + Theme.s2)))
    property int page: 0
    readonly property int pages: Math.max(1, Math.ceil(model.lineCount / perPage))
    signal seek(real seconds)

    function follow() {
        if (model.following && model.line >= 0)
            page = Math.floor(model.line / perPage);
    }

    onPerPageChanged: Qt.callLater(follow)
    Connections {
        target: transcript.model
        function onPositionChanged() {
            transcript.follow();
        }
    }
    Item {
        id: head
        x: Theme.px(36)
        width: parent.width - 2 * x
        height: Theme.px(72)
        SerifText {
            height: parent.height
            text: qsTr("文字稿")
            size: Theme.t(40)
        }
        SansText {
            anchors.right: parent.right
            visible: !Theme.elder && Theme.language === "zh"
            height: parent.height
            text: qsTr("点一句，从那句播放")
            size: Theme.tMin
            color: Theme.ink2
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.px(2)
            color: Theme.hair
        }
    }
    Column {
        y: head.height + Theme.px(8)
        x: Theme.px(16)
        width: parent.width - 2 * x
        spacing: Theme.s2
        Repeater {
            model: transcript.model.linesFrom(transcript.page * transcript.perPage, transcript.perPage)
            Touchable {
                id: line
                required property var modelData
                required property int index
                readonly property bool now: transcript.model.line === transcript.page * transcript.perPage + index
                objectName: "line-" + (transcript.page * transcript.perPage + index)
                width: parent.width
                height: transcript.lineHeight
                radius: Theme.rKey
                text: Theme.say(modelData.text)
                enabled: !Theme.lowered
                onClicked: transcript.seek(modelData.start)
                background: Rectangle {
                    radius: line.radius
                    color: line.now || line.held ? Theme.foam : "transparent"
                    border.width: line.now && Theme.highContrast ? Theme.stroke : 0
                }
                contentItem: Item {
                    SansText {
                        x: Theme.px(16)
                        width: Theme.px(Theme.elder ? 108 : 80)
                        height: parent.height
                        text: line.modelData.at
                        size: Theme.t(28)
                        color: Theme.ink2
                        strong: line.now
                    }
                    SansText {
                        x: Theme.px(Theme.elder ? 126 : 100)
                        width: parent.width - x - Theme.px(12)
                        height: parent.height
                        text: Theme.say(line.modelData.text)
                        size: Theme.tMin
                        lead: 1.3
                        strong: line.now
                        wrapMode: Text.Wrap
                        maximumLineCount: 3
                        fontSizeMode: Text.Fit
                        minimumPixelSize: Theme.tMin
                    }
                }
            }
        }
    }
    Row {
        id: bar
        visible: !Theme.lowered
        x: Theme.px(28)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(20)
        height: Theme.px(Theme.elder ? 100 : 76)
        spacing: Theme.s2
        QuietButton {
            objectName: "lines-before"
            height: parent.height
            symbol: "up"
            text: qsTr("上翻")
            enabled: transcript.page > 0
            onClicked: {
                transcript.model.setFollowing(false);
                transcript.page -= 1;
            }
        }
        QuietButton {
            objectName: "lines-after"
            height: parent.height
            symbol: "down"
            text: qsTr("下翻")
            enabled: transcript.page + 1 < transcript.pages
            onClicked: {
                transcript.model.setFollowing(false);
                transcript.page += 1;
            }
        }
        QuietButton {
            objectName: "follow-video"
            height: parent.height
            symbol: transcript.model.following ? "check" : ""
            text: qsTr("跟着视频")
            chosen: transcript.model.following
            onClicked: {
                transcript.model.setFollowing(!transcript.model.following);
                transcript.follow();
            }
        }
    }
}
