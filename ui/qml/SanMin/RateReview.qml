pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Everything before casting: what is chosen, what is left blank by name, a cover against curious eyes, one press.
Item {
    id: review

    required property RateModel model
    required property string trouble
    required property int half
    required property ScreenFrame frame
    readonly property int blank: model.count - model.chosenCount

    ReviewLayout {
        anchors.fill: parent
        frame: review.frame
        half: review.half
        headline: review.blank === 0 ? Theme.han(qsTr("%1 个都选好了").arg(review.model.count)) : Theme.han((Theme.portrait || Theme.lowered || Theme.elder ? qsTr("%1 个已选，%2 个留空") : qsTr("%1 个已选，\n%2 个留空")).arg(review.model.chosenCount).arg(review.blank))
        blankTitle: review.blank > 0 ? qsTr("还没评的部门") : ""
        blankNames: Theme.say(review.model.blankNames)
        blankLine: qsTr("留空不算“不了解”，以后还能补。")
        trouble: review.trouble
        covered: review.model.covered
        busy: review.model.busy
        castable: review.model.chosenCount > 0
        castText: review.model.busy ? qsTr("正在投出…") : Theme.han(qsTr("投出 %n 项评价", "", review.model.chosenCount))
        note: review.model.chosenCount > 0 ? qsTr("投出以后不能再改") : qsTr("一个都没有选，请先评一个部门。")
        rows: review.model.rows.map(row => ({
                    "index": row.index,
                    "name": row.name,
                    "label": row.label,
                    "icon": row.icon,
                    "blank": row.code === 0
                }))
        onShow: index => review.model.show(index)
        onCover: review.model.toggleCover()
        onCast: review.model.cast()
    }
}
