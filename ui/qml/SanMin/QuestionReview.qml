pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// The whole form before it is handed in.
Item {
    id: review

    required property QuestionnaireModel model
    required property string trouble
    required property int half
    required property ScreenFrame frame
    readonly property int blank: model.count - model.answered

    // What is asked, without what is said about how to answer it.
    function asked(text: string): string {
        return /^.*[?？]/.exec(text)?.[0] ?? text;
    }

    ReviewLayout {
        anchors.fill: parent
        frame: review.frame
        half: review.half
        headline: Theme.han(review.blank > 0 ? (Theme.portrait || Theme.lowered ? qsTr("答了 %1 题，%2 题留空") : qsTr("答了 %1 题，\n%2 题留空")).arg(review.model.answered).arg(review.blank) : qsTr("%1 题都答了").arg(review.model.answered))
        blankTitle: review.blank > 0 ? qsTr("留空的题可以不答") : ""
        longest: 2
        columns: Theme.elder || Theme.portrait ? 1 : 2
        trouble: review.trouble
        covered: review.model.covered
        coverText: review.model.covered ? qsTr("显示我的回答") : qsTr("遮住我的回答")
        busy: review.model.busy
        castable: review.model.answered > 0
        castText: review.model.busy ? qsTr("正在交…") : review.model.anonymous ? qsTr("交出这份问卷") : qsTr("交给办公室")
        note: review.model.anonymous ? qsTr("交出以后不能再改") : review.model.name === "" && review.model.phone === "" ? qsTr("没有署名") : qsTr("署名：%1").arg((review.model.name + " " + review.model.phone).trim())
        rows: review.model.rows.map(row => ({
                    "index": row.index,
                    "name": {
                        "zh": Theme.unhung(review.asked(row.text.zh)),
                        "en": review.asked(row.text.en)
                    },
                    "label": row.answer,
                    "icon": row.blank ? "blank" : "",
                    "blank": row.blank
                }))
        onShow: index => review.model.show(index)
        onCover: review.model.toggleCover()
        onCast: review.model.cast()
    }
}
