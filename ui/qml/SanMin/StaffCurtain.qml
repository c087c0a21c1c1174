pragma ComponentBehavior: Bound
import QtQuick

// The curtain while somebody helps: where one is and the way on can be seen, what is chosen cannot.
Item {
    id: curtain

    required property string where
    required property string headline
    required property int half
    property bool guided: true // whether the helper can go on and back
    property bool first: false
    property string onwards: ""
    readonly property bool wide: !Theme.portrait
    readonly property int holdMs: 2000
    signal opened
    signal backward
    signal forward

    Card {
        id: cloth
        width: parent.width
        height: (Theme.lowered ? curtain.half - Theme.px(20) : open.y - Theme.px(28))
        level: 0
        color: Theme.mist
        Column {
            x: Theme.px(48)
            width: parent.width - 2 * x
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(curtain.wide ? 18 : 30)
            Row {
                spacing: Theme.px(18)
                Icon {
                    name: "eyeoff"
                    color: Theme.sea
                    size: Theme.px(56)
                }
                SansText {
                    height: Theme.px(56)
                    text: curtain.where
                    size: Theme.t(32)
                    strong: true
                    color: Theme.sea
                }
            }
            FittingText {
                width: parent.width
                text: Theme.han(curtain.headline)
                largest: Theme.px(72)
                room: Theme.px(curtain.wide ? 180 : 260)
                lead: 1.16
            }
            SansText {
                width: parent.width
                text: Theme.han(qsTr("帘子拉着，帮忙的人看不到选择。请帮忙的人转过身，代表一个人按住下面的按钮两秒。"))
                size: Theme.t(32)
                lead: 1.4
                color: Theme.ink2
                wrapMode: Text.Wrap
            }
        }
    }
    Touchable {
        id: open
        objectName: "open-curtain"
        property real share: 0
        width: curtain.wide ? Math.round(parent.width * 0.5) : parent.width
        height: Theme.px(Theme.elder ? 150 : 128)
        x: curtain.wide ? Math.round((parent.width - width) / 2) : 0
        y: curtain.wide ? parent.height - height - Theme.px(20) : parent.height - 2 * height - Theme.px(50)
        text: qsTr("只有我一个人，按住两秒")
        onPressed: hold.restart()
        onReleased: {
            hold.stop();
            share = 0;
        }
        onCanceled: {
            hold.stop();
            share = 0;
        }
        background: Rectangle {
            radius: open.radius
            color: Theme.tile
            clip: true
            Rectangle {
                height: parent.height
                width: parent.width * open.share
                radius: open.radius
                color: Theme.tileDeep
            }
        }
        contentItem: SansText {
            text: open.text
            size: Theme.t(36)
            lead: 1.2
            strong: true
            color: Theme.onFill
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
        SequentialAnimation {
            id: hold
            NumberAnimation {
                target: open
                property: "share"
                from: 0
                to: 1
                duration: curtain.holdMs
            }
            ScriptAction {
                script: curtain.opened()
            }
        }
    }
    SecondaryButton {
        objectName: "curtain-backward"
        visible: curtain.guided
        width: curtain.wide ? open.x - Theme.px(24) : Math.floor((parent.width - Theme.px(20)) / 2)
        height: open.height
        y: parent.height - height - Theme.px(20)
        symbol: "left"
        text: qsTr("上一个")
        enabled: !curtain.first
        onClicked: curtain.backward()
    }
    SecondaryButton {
        objectName: "curtain-forward"
        visible: curtain.guided
        width: curtain.wide ? open.x - Theme.px(24) : Math.floor((parent.width - Theme.px(20)) / 2)
        height: open.height
        x: parent.width - width
        y: parent.height - height - Theme.px(20)
        symbol: "right"
        symbolAfter: true
        text: curtain.onwards
        onClicked: curtain.forward()
    }
}
