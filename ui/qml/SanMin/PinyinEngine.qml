pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Plugins
import SanMin.Models

// Qt's pinyin engine and the place's own phrases behind one list of words. It writes into whatever has the focus.
Item {
    id: engine

    property PhraseBook phrases: null
    property bool chinese: true
    property var words: [] // [{text, at}]: `at` is the engine's index, −1 for a phrase of the place
    readonly property string pending: InputContext.preeditText
    readonly property bool choosing: pending !== ""
    readonly property var candidates: InputContext.inputEngine.wordCandidateListModel
    readonly property int most: 240
    property bool used: false // guesses at what may follow come only after something was written

    visible: false

    function engage() {
        if (InputContext.inputEngine.inputMethod === pinyin)
            return;
        InputContext.inputEngine.inputMethod = pinyin;
        InputContext.inputEngine.inputMode = InputEngine.InputMode.Pinyin;
    }
    function spell(letter: string) {
        engage();
        used = true;
        const before = pending;
        enter(letter);
        if (pending !== before || letter === "'" || before === "")
            return;
        writeBeginning();
        enter(letter);
    }
    function enter(letter: string) {
        press(letter === "'" ? Qt.Key_Apostrophe : letter.toUpperCase().charCodeAt(0), letter);
    }
    // The engine holds nine syllables and silently drops what is more. The first word of what was spelt is written
    // then, and the rest goes on being spelt, so that a sentence can be typed in one go.
    function writeBeginning() {
        const chosen = (/^[^a-z']*/.exec(pending) ?? [""])[0].trim();
        const rest = pending.slice(chosen.length).trim().split(" ");
        let text = chosen;
        if (chosen === "") {
            const whole = words.length > 0 ? words[0].text : "";
            if (whole.length !== rest.length) {
                finish();
                return;
            }
            text = words.map(word => word.text).find(word => word !== whole && word.length > 1 && whole.startsWith(word)) ?? whole[0];
            rest.splice(0, text.length);
        }
        pinyin.reset();
        InputContext.commit(text);
        rest.join("").split("").forEach(letter => enter(letter));
    }
    function write(text: string) {
        finish();
        InputContext.commit(text);
    }
    function erase() {
        engage();
        press(Qt.Key_Backspace, "");
    }
    function space() {
        engage();
        if (choosing && words.length > 0)
            choose(words[0]);
        else
            press(Qt.Key_Space, " ");
    }
    function choose(word: var) {
        if (word.at >= 0) {
            candidates.selectItem(word.at);
        } else {
            pinyin.reset();
            InputContext.commit(word.text);
        }
    }
    // Letters that are not yet words become the first word; a guess at what may follow is never taken by itself.
    function finish() {
        engage();
        if (!choosing)
            pinyin.reset();
        else if (words.length > 0)
            choose(words[0]);
        pinyin.update();
    }
    function press(key: int, text: string) {
        InputContext.inputEngine.virtualKeyClick(key, text, Qt.NoModifier);
        refresh();
    }
    function refresh() {
        const letters = /^[a-z' ]+$/.test(pending) ? pending.replace(/[' ]/g, "") : "";
        const offer = phrases !== null && letters !== "" ? phrases.offer(letters) : {
            "whole": [],
            "begun": []
        };
        const made = offer.whole.map(text => ({
                    "text": text,
                    "at": -1
                }));
        const guess = letters !== "" && candidates.count > 0 ? candidates.dataAt(0) : "";
        const better = phrases !== null && guess !== "" ? phrases.sentence(pending.trim(), guess) : {
            "text": "",
            "sure": false
        };
        // Words of our own after the engine's first, or before it where they are surely meant.
        const second = better.text !== "" && !better.sure ? [better.text] : [];
        if (better.sure && !offer.whole.includes(better.text))
            made.push({
                "text": better.text,
                "at": -1
            });
        const after = second.concat(offer.begun).filter(text => text !== guess && !offer.whole.includes(text));
        const own = offer.whole.concat(after, better.sure ? [better.text] : []);
        for (let at = 0; at < Math.min(choosing || used ? candidates.count : 0, most); at++) {
            const text = candidates.dataAt(at);
            if (!own.includes(text))
                made.push({
                    "text": text,
                    "at": at
                });
            if (at === 0)
                after.forEach(phrase => made.push({
                        "text": phrase,
                        "at": -1
                    }));
        }
        words = made;
    }

    onPendingChanged: refresh()
    Component.onCompleted: {
        engage();
        refresh();
    }
    Component.onDestruction: pinyin.reset()

    PinyinInputMethod {
        id: pinyin
    }
    Connections {
        target: engine.candidates
        function onCountChanged() {
            engine.refresh();
        }
        function onModelReset() {
            engine.refresh();
        }
        function onDataChanged() {
            engine.refresh();
        }
    }
}
