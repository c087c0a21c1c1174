pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The clip as a stretch of sea: the boat is where it is, flags are answers, keys are chapters. A touch goes there.
Item {
    id: timeline

    required property PlayerModel model
    readonly property real share: model.duration > 0 ? Math.min(1, model.position / model.duration) : 0
    readonly property int waterY: Theme.px(64)
    readonly property int touchHeight: Theme.px(78)
    readonly property int chapterHeight: Theme.px(Theme.elder ? 92 : 74)
    readonly property int gap: Theme.s2
    readonly property int least: Theme.px(Theme.language === "en" ? 216 : Theme.portrait ? 144 : 150)
    readonly property int perRow: Math.max(1, Math.min(model.chapters.length, Math.floor((width + gap) / (least + gap))))
    readonly property int rows: Math.ceil(model.chapters.length / perRow)
    // In one row as wide as they are long, in more rows all alike.
    readonly property var widths: {
        const room = width - gap * (perRow - 1) - least * perRow;
        return model.chapters.map(chapter => Math.floor(least + Math.max(0, room) * (rows > 1 ? 1 / perRow : (chapter.end - chapter.at) / Math.max(1, model.duration))));
    }
    // A touch near a flag means the flag.
    function placeOf(x: real): real {
        const near = model.flags.filter(flag => Math.abs(flag.at / Math.max(1, model.duration) * width - x) < Theme.px(36));
        return near.length > 0 ? near[0].at : x / width * model.duration;
    }
    signal seek(real seconds)

    height: touchHeight + (chapters.visible ? rows * (chapterHeight + gap) : 0)

    Touchable {
        objectName: "timeline"
        surface: true
        width: parent.width
        height: timeline.touchHeight
        text: qsTr("时间轴")
        onClicked: timeline.seek(timeline.placeOf(pressX))
    }
    Canvas {
        id: water
        property real share: timeline.share
        y: timeline.waterY - Theme.px(16)
        width: parent.width
        height: Theme.px(28)
        onShareChanged: requestPaint()
        onWidthChanged: requestPaint()
        onPaint: {
            const pen = getContext("2d");
            pen.reset();
            pen.lineWidth = Theme.px(5);
            const step = Theme.px(24);
            const base = height - Theme.px(6);
            for (let x = 0; x < width; x += step) {
                pen.strokeStyle = (x / width <= share ? Theme.sea : Theme.line).toString();
                pen.beginPath();
                pen.moveTo(x, base);
                pen.bezierCurveTo(x + step * 0.2, base - Theme.px(12), x + step * 0.8, base - Theme.px(12), x + step, base);
                pen.stroke();
            }
        }
        Connections {
            target: Theme
            function onHighContrastChanged() {
                water.requestPaint();
            }
        }
    }
    Repeater {
        model: timeline.model.flags
        Item {
            id: flag
            required property var modelData
            x: Math.min(timeline.width - Theme.px(76), timeline.width * modelData.at / Math.max(1, timeline.model.duration))
            width: Theme.px(76)
            height: timeline.waterY
            Rectangle {
                width: Theme.px(3)
                height: parent.height - Theme.px(4)
                color: Theme.tile
            }
            Icon {
                x: Theme.px(2)
                name: "flag"
                color: Theme.tile
                size: Theme.px(30)
            }
            SansText {
                x: Theme.px(38)
                text: flag.modelData.number
                size: Theme.tMin
                lead: 1.1
                strong: true
                color: Theme.tile
            }
        }
    }
    Image {
        source: Qt.resolvedUrl("../../../assets/scenery/boat-journey" + (Theme.highContrast ? "-line" : "") + ".svg")
        sourceSize.height: Theme.px(64)
        height: Theme.px(64)
        fillMode: Image.PreserveAspectFit
        x: timeline.width * timeline.share - width / 2
        y: timeline.waterY - height + Theme.px(9)
    }
    Flow {
        id: chapters
        width: parent.width
        visible: !Theme.elder
        y: timeline.touchHeight + timeline.gap
        spacing: timeline.gap
        Repeater {
            model: timeline.model.chapters
            Touchable {
                id: chapter
                required property var modelData
                required property int index
                readonly property bool now: timeline.model.chapter === index
                objectName: "chapter-" + index
                width: timeline.widths[index]
                height: timeline.chapterHeight
                radius: Theme.px(12)
                text: Theme.say(modelData.title)
                onClicked: timeline.seek(modelData.at)
                background: Rectangle {
                    radius: chapter.radius
                    color: chapter.now ? Theme.sea : chapter.held ? Theme.foam : Theme.mist
                    border.width: Theme.highContrast ? Theme.stroke : 0
                }
                contentItem: SansText {
                    text: chapter.text
                    size: Theme.px(Theme.elder ? 32 : 28)
                    strong: chapter.now
                    color: chapter.now ? Theme.onFill : Theme.ink
                    horizontalAlignment: Text.AlignHCenter
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.tMin
                    leftPadding: Theme.px(4)
                    rightPadding: Theme.px(4)
                }
            }
        }
    }
}
