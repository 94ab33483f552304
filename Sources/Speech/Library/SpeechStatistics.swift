/// What a library of sounds has done since it was opened.
public struct SpeechStatistics: Sendable, Equatable {
    /// How often a sound was there already when it was asked for.
    public var ready = 0
    /// How many sounds were made.
    public var made = 0
    /// How many could not be made.
    public var failed = 0
    /// How often the speech engine was lost and started anew.
    public var restarts = 0
    /// How long the speech engine worked.
    public var synthesis = Duration.zero
}
