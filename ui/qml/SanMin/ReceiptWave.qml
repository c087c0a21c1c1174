pragma ComponentBehavior: Bound
import QtQuick

// Three rows of twelve waves whose heights come from the receipt's code: a picture one can compare at a glance.
Canvas {
    id: wave

    required property var heights
    readonly property var colours: Theme.highContrast ? [Theme.ink, Theme.ink, Theme.ink] : [Theme.coral, Theme.sky, Theme.sea]

    implicitHeight: Theme.px(84)
    Accessible.ignored: true

    onHeightsChanged: requestPaint()
    onColoursChanged: requestPaint()
    onPaint: {
        const pen = getContext("2d");
        pen.reset();
        pen.lineCap = "round";
        pen.lineJoin = "round";
        const step = (width - Theme.px(8)) / 12;
        for (let row = 0; row < 3; row++) {
            pen.lineWidth = Theme.px(6 + row);
            pen.strokeStyle = colours[row].toString();
            const base = Theme.px(30) + row * Theme.px(23);
            pen.beginPath();
            pen.moveTo(Theme.px(4), base);
            for (let i = 0; i < 12; i++) {
                const x = Theme.px(4) + i * step;
                const rise = Theme.px(6) + (heights[row * 12 + i] ?? 0) * Theme.px(17);
                pen.bezierCurveTo(x + step * 0.12, base - rise * 1.15, x + step * 0.88, base - rise * 1.15, x + step, base);
            }
            pen.stroke();
        }
    }
}
