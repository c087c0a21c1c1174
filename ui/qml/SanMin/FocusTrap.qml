pragma ComponentBehavior: Bound
import QtQuick

// Tab and Shift+Tab stay within what is asked: past its last item comes its first, before its first its last.
Item {
    id: trap

    required property Item within
    property Item last: null // where the focus was within it

    function holds(item: Item): bool {
        let at = item;
        while (at && at !== trap.within)
            at = at.parent;
        return at !== null;
    }
    function lastStop(first: Item): Item {
        let stop = first;
        for (let next = first.nextItemInFocusChain(true); next !== first && trap.holds(next); next = next.nextItemInFocusChain(true))
            stop = next;
        return stop;
    }
    // A focus that left the first item went backwards; one that left any other, or came from elsewhere, forwards.
    function keep() {
        const item = trap.within.Window.activeFocusItem;
        if (!trap.within.visible) {
            last = null;
        } else if (item && trap.holds(item)) {
            last = item;
        } else {
            const first = trap.within.nextItemInFocusChain(true);
            const backwards = last !== null && last === first;
            const stop = backwards ? lastStop(first) : first;
            stop.forceActiveFocus(backwards ? Qt.BacktabFocusReason : Qt.TabFocusReason);
        }
    }

    Connections {
        target: trap.within.Window.window
        enabled: trap.within.visible
        function onActiveFocusItemChanged() {
            Qt.callLater(trap.keep);
        }
    }
    Connections {
        target: trap.within
        function onVisibleChanged() {
            trap.last = null;
        }
    }
}
