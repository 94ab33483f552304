/// Every AGI command, its arguments typed.
///
/// Results and traps of each are in the comments of `Session`'s method for it. `Command+Rendering.swift` is the one place
/// that writes them.
public enum Command: Sendable, Hashable {
    /// `ANSWER`: answers the call; nothing when it is up already.
    case answer
    /// `ASYNCAGI BREAK`: answered, and without effect over a network.
    case asyncAGIBreak
    /// `CHANNEL STATUS`: of this channel, or of the one named.
    case channelStatus(channel: String? = nil)
    /// `CONTROL STREAM FILE`: plays a sound in which the caller can move.
    case controlStreamFile(ControlledPlayback)
    /// `DATABASE …`: Asterisk's own small database.
    case database(DatabaseOperation)
    /// `EXEC`: runs a dialplan application. The options are one text, its parts separated by commas.
    case exec(application: String, options: String)
    /// `GET DATA`: plays a sound and gathers digits up to `#`. Nil is Asterisk's own time (6 s, then 2 s for each digit);
    /// `mostDigits` is 1 to 100.
    case getData(file: String, timeout: WaitLimit? = nil, mostDigits: Int? = nil)
    /// `GET FULL VARIABLE`: a text with `${…}` in it, worked out on this channel or on the one named.
    case getFullVariable(expression: String, channel: String? = nil)
    /// `GET OPTION`: plays a sound, then waits for one of the keys. Nil is the channel's own time, 5 s as a rule.
    case getOption(file: String, escape: EscapeDigits, timeout: WaitLimit? = nil)
    /// `GET VARIABLE`: a channel variable, or a dialplan function like `CALLERID(num)`, which is cut at 1,023 bytes.
    case getVariable(name: String)
    /// `GOSUB`: runs a dialplan subroutine and waits for its `Return`.
    case gosub(context: String, extension: String, priority: DialplanPriority, arguments: String? = nil)
    /// `HANGUP`: this channel, or the one named.
    case hangup(channel: String? = nil)
    /// `NOOP`: nothing, also on a dead channel; tells whether Asterisk still listens. The text shows in its debug log.
    case noop(String? = nil)
    /// `RECEIVE CHAR`: one character of text, from a channel that carries text.
    case receiveChar(timeout: WaitLimit)
    /// `RECEIVE TEXT`: a text, from a channel that carries text.
    case receiveText(timeout: WaitLimit)
    /// `RECORD FILE`: records the caller.
    case recordFile(Recording)
    /// `SAY …`: speaks something with Asterisk's own recordings; the keys end it.
    case say(Utterance, escape: EscapeDigits = .none)
    /// `SEND IMAGE`: to a channel that carries images.
    case sendImage(file: String)
    /// `SEND TEXT`: to a channel that carries text.
    case sendText(String)
    /// `SET …`: changes something of the channel.
    case set(Setting)
    /// `SPEECH …`: a speech recogniser that Asterisk has loaded.
    case speech(SpeechOperation)
    /// `STREAM FILE`: plays a sound; the keys end it. The offset is in samples of the file.
    case streamFile(String, escape: EscapeDigits = .none, offset: Int? = nil)
    /// `TDD MODE`: telephone for the deaf.
    case tddMode(TDDMode)
    /// `VERBOSE`: a line on Asterisk's console, level 1 (always shown) to 4.
    case verbose(String, level: Int = 1)
    /// `WAIT FOR DIGIT`: waits for one key, any of them.
    case waitForDigit(WaitLimit)
    /// Any other command, as the words of its line. Words of letters only stand as they are, all others are quoted.
    case raw(words: [String])
}
