pragma ComponentBehavior: Bound
import QtQuick

// Three rows of twelve waves whose heights come from the receipt's code: a picture one can compare at a glance.
Canvas {
    id: wave

    required property var heights
    readonly property var colours: [Theme.coral, Theme.sky, Theme.sea]

    onHeightsChanged: requestPaint()
    onPaint: {
        const pen = getContext("2d");
        pen.reset();
        pen.lineWidth = Theme.px(6);
        pen.lineCap = "round";
        const step = (width - Theme.px(8)) / 12;
        for (let row = 0; row < 3; row++) {
            pen.strokeStyle = Theme.highContrast ? "#000000" : colours[row].toString();
            const base = Theme.px(26) + row * Theme.px(22);
            pen.beginPath();
            for (let i = 0; i < 12; i++) {
                const x = Theme.px(4) + i * step;
                const rise = Theme.px(6) + (heights[row * 12 + i] ?? 0) * Theme.px(17);
                pen.moveTo(x, base);
                pen.bezierCurveTo(x + step * 0.2, base - rise * 1.3, x + step * 0.8, base - rise * 1.3, x + step, base);
            }
            pen.stroke();
        }
    }
}
