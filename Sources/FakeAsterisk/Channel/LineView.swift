/// What a caller notices of the line: enough to decide when to press a key.
struct LineView: Sendable, Equatable {
    /// When the command that runs began; nil: none runs.
    var runsSince: Duration?
    /// Since when keys are waited for in silence.
    var awaitsKeysSince: Duration?
    /// When the last prompt ended, by whatever.
    var promptEnded: Duration?
    /// How many waits for keys ended without one.
    var waitsEnded: Int
    /// When the last of them ended.
    var waitEnded: Duration?
    /// When the last recording began.
    var recordingBegan: Duration?
}
