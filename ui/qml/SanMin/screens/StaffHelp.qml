pragma ComponentBehavior: Bound
import QtQuick
import SanMin
import SanMin.Models

// Before helping somebody: what the helper may see, what not, and what is recorded.
StaffPage {
    id: screen

    required property StaffHelpModel model

    title: qsTr("帮人操作")
    picture: "pavilion"
    headline: qsTr("您帮着走，选择拉上帘子")
    lead: Theme.elder ? "" : qsTr("开始以后您就退出值守，请代表读自己的证。")
    acts: [
        {
            "id": "start-help",
            "symbol": "person",
            "text": qsTr("开始帮忙"),
            "primary": true
        }
    ]
    onAct: model.start()

    StaffFacts {
        width: screen.bodyWidth
        all: [
            {
                "symbol": "eye",
                "text": qsTr("您看得到：评到第几个部门，怎么往下走。")
            },
            {
                "symbol": "eyeoff",
                "text": qsTr("您看不到：选了什么。代表一个人时，按住按钮两秒，帘子才打开。")
            },
            {
                "symbol": "read",
                "text": qsTr("会记下：您帮过这张证。不会记下：选了什么。")
            }
        ]
    }
}
