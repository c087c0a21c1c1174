import QtQuick

// Another way on: white with a blue-grey outline.
TextButton {
    outline: Theme.edge
    ink: Theme.sea
}
