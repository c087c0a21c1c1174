pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// The kiosk's window: paper, the horizon that stands still, the screen that is shown, and what lies over all of them.
Window {
    id: window

    required property Shell shell
    required property real pxPerMm
    readonly property var files: ({
            "attract": "Attract",
            "home": "Home",
            "departments": "Departments",
            "department": "Department",
            "player": "Player",
            "problems": "Problems",
            "problem": "Problem",
            "suggest": "Suggest",
            "follow": "Follow",
            "sign-in": "SignIn",
            "representative": "Representative",
            "rate": "Rate",
            "questionnaire": "Questionnaire",
            "receipt": "Receipt",
            "results": "Results",
            "display": "Display",
            "help": "Help",
            "staff": "Staff",
            "staff-open": "StaffOpen",
            "staff-sync": "StaffSync",
            "staff-usb": "StaffUsb",
            "staff-attendance": "StaffAttendance",
            "staff-help": "StaffHelp",
            "staff-close": "StaffClose",
            "staff-device": "StaffDevice",
            "enrol": "Enrol",
            "fatal": "Fatal",
            "out-of-service": "OutOfService"
        })
    readonly property bool ownScene: shell.screen === "attract" || shell.screen === "receipt"
    readonly property var lowScreens: ["departments", "problems", "results", "follow", "staff", "player"]
    readonly property var fullScreens: ["staff-open", "staff-attendance"] // lowered, they have no room for large type

    function showScreen() {
        if (files[shell.screen] === undefined)
            return;
        loader.setSource(Qt.resolvedUrl("screens/" + files[shell.screen] + ".qml"), {
            "shell": shell,
            "model": shell.model
        });
        loader.opacity = 0;
        loader.x = Theme.px(24);
        arrive.restart();
    }

    title: Theme.say(shell.facts.title)
    color: Theme.paper
    Component.onCompleted: showScreen()

    Binding {
        target: Theme
        property: "pxPerMm"
        value: window.pxPerMm
    }
    Binding {
        target: Theme
        property: "portrait"
        value: window.height > window.width
    }
    Binding {
        target: Theme
        property: "elder"
        value: window.shell.elder && !(window.shell.lowered && window.fullScreens.includes(window.shell.screen))
    }
    Binding {
        target: Theme
        property: "highContrast"
        value: window.shell.highContrast
    }
    Binding {
        target: Theme
        property: "lowered"
        value: window.shell.lowered
    }
    Binding {
        target: Theme
        property: "calmMotion"
        value: window.shell.calmMotion
    }
    Binding {
        target: Theme
        property: "language"
        value: window.shell.language
    }
    Binding {
        target: TouchSound
        property: "volume"
        value: window.shell.volume / 2
    }
    Binding {
        target: TouchSound
        property: "on"
        value: window.shell.touchSound
    }
    Connections {
        target: window.shell
        function onScreenChanged() {
            window.showScreen();
        }
    }
    HorizonStrip {
        visible: !window.ownScene
        width: parent.width
        anchors.bottom: parent.bottom
        progress: window.shell.progress
        low: window.lowScreens.includes(window.shell.screen) || (Theme.elder && Theme.lowered) || window.shell.screen.startsWith("staff-")
    }
    Loader {
        id: loader
        objectName: "screen"
        width: parent.width
        height: parent.height
        focus: true
        onStatusChanged: {
            if (status === Loader.Error)
                window.shell.failed("screen");
        }
        ParallelAnimation {
            id: arrive
            NumberAnimation {
                target: loader
                property: "opacity"
                to: 1
                duration: Theme.screen
                easing.type: Theme.easeThrough
            }
            NumberAnimation {
                target: loader
                property: "x"
                to: 0
                duration: Theme.screen
                easing.type: Theme.easeThrough
            }
        }
    }
    Rectangle {
        objectName: "sample"
        visible: window.shell.facts.sample
        x: Theme.px(10)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(2)
        width: sampleWords.implicitWidth + Theme.px(20)
        height: Theme.px(38)
        radius: Theme.px(8)
        color: Theme.paper
        SansText {
            id: sampleWords
            objectName: "sample-words"
            anchors.centerIn: parent
            text: qsTr("示例数据")
            size: Theme.px(28)
            lead: 1.2
            color: Theme.ink2
        }
    }
    HelpBanner {
        shell: window.shell
    }
    Sheet {
        objectName: "idle-warning"
        visible: window.shell.idleWarning
        onVisibleChanged: if (!visible)
            loader.forceActiveFocus() // the screen goes on where it was: a field takes letters again
        title: qsTr("您还在吗？")
        message: qsTr("%1 秒后回到首页。没投出、没提交的内容会清掉，别人看不到。").arg(window.shell.idleSecondsLeft)
        PrimaryButton {
            objectName: "still-here"
            symbol: "hand"
            text: qsTr("我还在")
            width: Theme.px(Theme.portrait ? 420 : 600)
            onClicked: window.shell.stillHere()
        }
        SecondaryButton {
            objectName: "leave"
            symbol: "power"
            text: qsTr("不用了，退出")
            width: Theme.px(Theme.portrait ? 400 : 372)
            onClicked: window.shell.endVisit()
        }
    }
}
