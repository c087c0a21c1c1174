pragma ComponentBehavior: Bound
import QtQuick

// Pages of a list: what is shown, and one page back or on. No drag, no swipe.
Item {
    id: pager

    required property int total
    required property int perPage
    property int page: 0
    property string label: total === 0 ? "" : qsTr("第 %1 项，共 %2 项").arg(span).arg(total)
    readonly property int from: page * perPage + 1
    readonly property int to: Math.min(total, (page + 1) * perPage)
    readonly property string span: from < to ? from + "–" + to : to.toString()
    readonly property int pages: Math.max(1, Math.ceil(total / Math.max(1, perPage)))

    onTotalChanged: page = Math.min(page, pages - 1)
    onPerPageChanged: page = Math.min(page, pages - 1)
    implicitHeight: Theme.px(Theme.elder ? 100 : 76)
    visible: pages > 1

    TextMetrics {
        id: whole
        font.family: Theme.sans
        font.bold: Theme.highContrast
        font.pixelSize: Theme.tMin
        text: Theme.han(pager.label)
    }
    SansText {
        anchors.left: parent.left
        anchors.right: buttons.left
        anchors.rightMargin: Theme.s3
        height: parent.height
        text: whole.advanceWidth <= pager.width - buttons.width - Theme.s3 ? whole.text : pager.page + 1 + " / " + pager.pages
        size: Theme.tMin
        color: Theme.ink2
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.tMin
    }
    Row {
        id: buttons
        anchors.right: parent.right
        spacing: Theme.s2
        SecondaryButton {
            objectName: "page-before"
            height: pager.implicitHeight
            symbol: "up"
            text: qsTr("上一页")
            enabled: pager.page > 0
            onClicked: pager.page -= 1
        }
        SecondaryButton {
            objectName: "page-after"
            height: pager.implicitHeight
            symbol: "down"
            text: qsTr("下一页")
            enabled: pager.page + 1 < pager.pages
            onClicked: pager.page += 1
        }
    }
}
