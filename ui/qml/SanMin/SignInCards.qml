pragma ComponentBehavior: Bound
import QtQuick
import SanMin.Models

// Demo mode: the drawer with sample cards, for trying without a scanner.
ChoiceSheet {
    id: drawer

    required property SignInModel model

    title: Theme.portrait ? qsTr("示例代表证") : qsTr("示例代表证（只在演示里有）")
    choices: model.sampleCards.map((card, index) => ({
                "id": String(index),
                "icon": "card",
                "name": {
                    "zh": card.label.zh + (card.pin === "" ? "" : "　密码 " + card.pin),
                    "en": card.label.en + (card.pin === "" ? "" : ", PIN " + card.pin)
                }
            }))
    onChosen: id => {
        drawer.closed();
        drawer.model.useSampleCard(Number(id));
    }
}
