pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// A task of the staff: what it is about, what there is to see or touch, and the ways on at the foot.
ScreenFrame {
    id: page

    property string headline: ""
    property string lead: ""
    property string trouble: ""
    property string sign: "" // an icon before the headline
    property color signColor: Theme.pine
    property list<var> acts: []
    property bool touchy: false // something in the body can be touched: with lowered controls it lies in the lower half
    property bool covered: false // something of the screen's own lies over all of it
    property string picture: "" // of assets/scenery: fills what would be empty, where there is room
    readonly property bool pictured: picture !== "" && !Theme.highContrast && !(wide ? Theme.elder : Theme.lowered)
    readonly property int bodyWidth: inner.width - (pictured && wide ? Theme.px(600) : 0)
    default property alias body: inner.data
    property alias inner: inner
    readonly property bool wide: !Theme.portrait
    readonly property int half: Math.ceil(height / 2) - area.y + Theme.px(4)
    readonly property int headBottom: head.y + head.height
    signal act(string id)

    header: !covered
    showHome: false
    showSettings: false
    lowHorizon: true

    Binding {
        target: page.area
        property: "visible"
        value: !page.covered
    }
    // Placed by hand: a positioner would place what is new only when it is drawn.
    Item {
        id: head
        readonly property int gap: Theme.px(14)
        readonly property int leadTop: page.headline !== "" ? says.height + gap : 0
        readonly property int troubleTop: leadTop + (lead.text !== "" ? lead.implicitHeight + gap : 0)
        y: Theme.px(page.wide ? 0 : 16)
        width: parent.width
        height: troubleTop + (page.trouble !== "" ? trouble.implicitHeight + gap : 0)
        Icon {
            id: sign
            visible: page.sign !== ""
            name: page.sign
            color: page.signColor
            size: Theme.px(68)
            y: Math.round((says.height - height) / 2)
        }
        FittingText {
            id: says
            visible: text !== ""
            objectName: "headline"
            x: sign.visible ? sign.width + Theme.px(24) : 0
            width: parent.width - x
            text: Theme.han(page.headline)
            largest: Theme.px(page.wide ? 68 : 64)
            room: Theme.px(page.wide ? 96 : 170)
            lead: 1.2
        }
        FittingText {
            id: lead
            objectName: "lead"
            sans: true
            font.bold: Theme.highContrast
            visible: text !== ""
            y: head.leadTop
            width: parent.width
            text: Theme.han(page.lead)
            largest: Theme.t(30)
            lead: 1.4
            color: Theme.ink2
        }
        Trouble {
            id: trouble
            objectName: "trouble"
            y: head.troubleTop
            width: parent.width
            text: page.trouble
        }
    }
    Item {
        id: inner
        readonly property int under: head.y + head.height + Theme.px(page.wide ? 24 : 36)
        y: page.touchy && Theme.lowered ? Math.max(page.half, under) : under
        width: parent.width
        height: foot.y - y - (page.acts.length > 0 ? Theme.px(24) : 0)
    }
    Image {
        visible: page.pictured
        source: page.picture === "" ? "" : Qt.resolvedUrl("../../../assets/scenery/" + page.picture + ".svg")
        width: Theme.px(page.wide ? 540 : 640)
        height: Theme.px(page.wide ? 440 : 520)
        sourceSize.width: width
        sourceSize.height: height
        fillMode: Image.PreserveAspectFit
        verticalAlignment: Image.AlignBottom
        x: page.wide ? parent.width - width : Math.round((parent.width - width) / 2)
        y: page.wide ? inner.y + Math.round((inner.height - height) / 2) : inner.y + inner.height - height
    }
    StaffActs {
        id: foot
        // Few buttons stay as wide as a hand and stand at the right, where one goes on.
        width: page.wide ? Math.min(parent.width, page.acts.length * Theme.px(560)) : parent.width
        x: parent.width - width
        all: page.acts
        most: page.wide ? 4 : 2
        y: parent.height - (page.acts.length > 0 ? height : 0) - Theme.px(16)
        onAct: id => page.act(id)
    }
}
