import QtQuick
import QtMultimedia

// What the camera sees, like a mirror; never kept.
VideoOutput {
    fillMode: VideoOutput.PreserveAspectCrop
    mirrored: true
    Accessible.ignored: true
}
