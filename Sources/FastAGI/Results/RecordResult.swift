/// How a recording ended. The file is kept in all cases but the last three.
public struct RecordResult: Sendable, Equatable {
    /// Why it ended.
    public enum Ending: Sendable, Equatable {
        /// The caller pressed one of the keys; its sound is cut off the file.
        case key(DTMFKey)
        /// The longest time was reached, or the caller was silent for as long as was asked. Asterisk says the same for both.
        case timeout
        /// The caller hung up; what they said is kept.
        case hangup
        /// The channel failed while recording.
        case channelFailed
        /// A key, or a hang-up, came while the beep played: nothing was recorded.
        case interruptedBeep(DTMFKey?)
        /// The file cannot be written.
        case cannotWrite
        /// -1 without a word: the silence detector could not be set up.
        case failed
    }

    /// Why it ended.
    public let ending: Ending

    /// How much was recorded, in samples of the file's own rate; nil when Asterisk does not say.
    public let endpos: Int?

    /// Reads the reply; nil when it is none of RECORD FILE.
    ///
    /// The word counts, not the number: with `(timeout)` the number is a time that was left over, and 49 is not the key 1
    /// (`handle_recordfile` in res_agi.c).
    init?(_ reply: Reply) {
        let key = KeyOutcome(result: reply.result)?.key
        switch (reply.word, key) {
        case ("dtmf", let key?): ending = .key(key)
        case ("timeout", _): ending = .timeout
        case ("hangup", _): ending = .hangup
        case ("waitfor", _): ending = .channelFailed
        case ("randomerror", let key): ending = .interruptedBeep(key)
        case ("writefile", _): ending = .cannotWrite
        case (nil, _) where reply.result == -1: ending = .failed
        default: return nil
        }
        endpos = reply.endpos
    }
}
