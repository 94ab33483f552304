/// What a caller notices of the line: enough to decide when to press a key.
struct LineView: Sendable, Equatable {
    /// When the command that runs began; nil: none runs, or none that the caller notices.
    var runsSince: Duration?
    /// Since when keys are waited for in silence.
    var awaitsKeysSince: Duration?
    /// When the last prompt ended, by whatever.
    var promptEnded: Duration?
    /// How many waits for keys ended without one, those left out that nobody notices: a server that works listens in
    /// slices of some milliseconds.
    var waitsEnded: Int
    /// When the last of them ended.
    var waitEnded: Duration?
    /// When the last recording began.
    var recordingBegan: Duration?
}
