pragma Singleton
import QtQuick

// Every size, colour, font and duration of the kiosk. Nothing else may hold a number that a person can see.
QtObject {
    id: theme

    // -- the screen, set once at start from the configured diagonal
    property real pxPerMm: 4.03
    property bool portrait: false
    property bool elder: false
    property bool highContrast: false
    property bool lowered: false
    property bool calmMotion: false          // no loops, no slides
    property string language: "zh"
    function mm(v: real): int {
        return Math.round(v * pxPerMm);
    }
    // A measure of the drawings in look/, which are at 4.03 px/mm.
    function px(v: real): int {
        return Math.round(v * pxPerMm / 4.03);
    }
    // The same for letters: larger in elder mode, never smaller than what can be read from arm's length.
    function t(v: real): int {
        return Math.max(tMin, Math.round(v * k * pxPerMm / 4.03));
    }
    // The text of {zh, en} in the language that is on, with thin spaces between Han and Latin.
    function say(both: var): string {
        if (!both)
            return "";
        return language === "en" ? both.en : han(both.zh);
    }
    function han(text: string): string {
        const apart = text.replace(/([\u4e00-\u9fff])[ \u2009]?([A-Za-z0-9])/g, "$1\u2009$2").replace(/([A-Za-z0-9%])[ \u2009]?([\u4e00-\u9fff])/g, "$1\u2009$2");
        return apart.replace(/U\u2009盘/g, "U\u2060\u2009\u2060盘"); // one word: no line ends within it
    }
    // A Chinese text whose last line is never one character alone: its last four stay together.
    function unhung(text: string): string {
        return text.length < 8 ? text : text.slice(0, -4) + text.slice(-4).split("").join("\u2060");
    }
    // A Chinese text whose lines end where its clauses do, if none is longer than a line of `most` characters.
    function clauses(text: string, most: int): string {
        const parts = text.match(/[^，。；！？]+[，。；！？]*/g) ?? [];
        if (language === "en" || parts.some(part => part.length > most))
            return text;
        const lines = [""];
        for (const part of parts) {
            if (lines[lines.length - 1].length + part.length > most && lines[lines.length - 1] !== "")
                lines.push("");
            lines[lines.length - 1] += part;
        }
        return lines.join("\n");
    }
    // A number with commas between its thousands.
    function count(number: int): string {
        return number.toString().replace(/\B(?=(\d{3})+$)/g, ",");
    }
    readonly property real k: elder ? 1.4 : 1

    // -- surfaces
    readonly property color paper: highContrast ? "#FFFFFF" : "#FBFAF6"
    readonly property color surface: "#FFFFFF"
    readonly property color mist: highContrast ? "#FFFFFF" : "#EEF4F6"
    readonly property color foam: highContrast ? "#FFFFFF" : "#DDEAF0"
    readonly property color hair: highContrast ? "#000000" : "#CDD9E0"
    readonly property color edge: highContrast ? "#000000" : "#6E8798"
    readonly property color soft: highContrast ? "#000000" : "#7B92A3"
    // -- words and fills
    readonly property color ink: highContrast ? "#000000" : "#0A2540"
    readonly property color ink2: highContrast ? "#000000" : "#2F4A63"
    readonly property color sea: highContrast ? "#000000" : "#0B4C79"
    readonly property color seaDeep: highContrast ? "#000000" : "#083A5C"
    readonly property color abyss: "#06263F"
    readonly property color tile: highContrast ? "#000000" : "#9C2F1A"
    readonly property color tileDeep: highContrast ? "#000000" : "#7E2513"
    readonly property color pine: highContrast ? "#000000" : "#17523F"
    readonly property color mint: highContrast ? "#FFFFFF" : "#E3F0EA"
    readonly property color amber: highContrast ? "#000000" : "#653F08"
    readonly property color sand: highContrast ? "#FFFFFF" : "#FBF0DA"
    readonly property color onFill: "#FFFFFF"
    readonly property color disabled: highContrast ? "#000000" : "#5E7789"
    readonly property color scrim: "#9E06263F"
    // -- drawing only, never text
    readonly property color coral: "#E06A4A"
    readonly property color lamp: "#E9AE45"
    readonly property color sky: "#8CC4DE"
    readonly property color air: "#CFE6F0"
    readonly property color line: "#6F9BB3"

    // -- type
    readonly property string serif: "Noto Serif CJK SC"
    readonly property string sans: "Noto Sans CJK SC"
    readonly property int tMin: mm(7.0 * k)     // 28
    readonly property int tBody: mm(7.5 * k)     // 30
    readonly property int tLead: mm(8.5 * k)     // 34
    readonly property int tLarge: mm(9.0 * k)     // 36
    readonly property int tCard: mm(11.5 * k)    // 46
    readonly property int tDoor: mm(14.5 * k)    // 58
    readonly property int tTitle: mm(19.0)        // 76, already large: not scaled
    readonly property int tDisplay: mm(24.0)        // 96
    readonly property int tMotto: mm(28.0)        // 112
    readonly property real leadBody: 1.5
    readonly property real leadTitle: 1.22

    // -- space
    readonly property int guard: mm(8)             // 32: no control beyond this
    readonly property int margin: portrait ? mm(14) : mm(18)
    readonly property int s1: mm(2)                 // 8
    readonly property int s2: Math.ceil(3 * pxPerMm) // 13, the least gap between targets: never rounded down
    readonly property int s3: mm(4)                 // 16
    readonly property int s4: mm(6)                 // 24
    readonly property int s5: mm(9)                 // 36
    readonly property int s6: mm(12)                // 48
    // -- targets
    readonly property int touch: Math.ceil(18.2 * k * pxPerMm)   // 74
    readonly property int primary: Math.ceil(20.2 * k * pxPerMm)   // 82
    readonly property int button: mm(22 * k)       // 88
    readonly property int hero: mm(30 * k)       // 120
    // -- shape
    readonly property int rKey: mm(4)               // 16
    readonly property int rButton: mm(5)            // 20
    readonly property int rCard: mm(7)              // 28
    readonly property int rSheet: mm(9)             // 36
    readonly property int stroke: highContrast ? 4 : 2
    readonly property int ring: 6
    readonly property int ringGap: 4
    // -- icons: a 40 grid
    readonly property int icon: mm(10 * Math.min(k, 1.2))          // 40
    readonly property int iconRate: mm(36)          // 146

    // -- motion
    readonly property int press: 160                // fades out; goes in at once
    readonly property int doubleTap: 600            // a press within it after another is the same one, repeated
    readonly property int appear: calmMotion ? 0 : 240
    readonly property int screen: calmMotion ? 0 : 420
    readonly property int tide: 6000
    readonly property int easeOut: Easing.OutQuint
    readonly property int easeThrough: Easing.InOutCubic
    readonly property int easeTide: Easing.InOutSine
}
