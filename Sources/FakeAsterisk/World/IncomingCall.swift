/// A call as it comes to the AGI: who calls, on what channel, and what was dialled.
public struct IncomingCall: Sendable, Hashable {
    /// The script's path without its leading slash, query included: `reception`, `heating?step=parts`.
    public var script: String
    /// The channel's name; its technology stands before the slash.
    public var channel: String
    /// `en`, `de_AT`.
    public var language: String
    /// Asterisk's id of the channel.
    public var uniqueID: String
    /// Asterisk's version as it says it. It decides how long a command line may be.
    public var version: String
    /// The caller's number; nil: `unknown`.
    public var number: String?
    /// The caller's name as the telephone sent it; nil: `unknown`.
    public var name: String?
    /// `agi_callingpres`: 0 allowed, 32 restricted (the number may be there all the same), 67 unavailable.
    public var presentation: Int
    /// The number that was dialled (DNIS); nil: `unknown`.
    public var dialled: String?
    /// The number that forwarded the call here; nil: `unknown`.
    public var redirecting: String?
    /// Where the dialplan runs AGI.
    public var context: String
    /// The extension there.
    public var `extension`: String
    /// The priority there.
    public var priority: Int
    /// `agi_accountcode`, mostly empty.
    public var accountCode: String
    /// The arguments of `AGI(url,first,second)`.
    public var arguments: [String]
    /// The state of the line when AGI begins.
    public var state: LineState
    /// Whether the caller's telephone sends sound all the time, as SIP does and a silent Local channel does not. Without
    /// it an answer takes half a second, and silence is not heard in recordings.
    public var sendsAudio: Bool
    /// Samples a second on the line: 8,000, or 16,000 for wideband. It decides which of several files is played.
    public var sampleRate: Int

    /// A call of a SIP telephone; every part has a likely value.
    public init(
        script: String = "reception", channel: String = "PJSIP/trunk-00000001", language: String = "en",
        uniqueID: String = "1795334806.17", version: String = "22.10.1", number: String? = "07700900001",
        name: String? = nil, presentation: Int? = nil, dialled: String? = "700", redirecting: String? = nil,
        context: String = "ivr", extension: String? = nil, priority: Int = 2, accountCode: String = "",
        arguments: [String] = [], state: LineState = .ring, sendsAudio: Bool = true, sampleRate: Int = 8_000
    ) {
        self.script = script
        self.channel = channel
        self.language = language
        self.uniqueID = uniqueID
        self.version = version
        self.number = number
        self.name = name
        self.presentation = presentation ?? (number == nil ? 67 : 0)
        self.dialled = dialled
        self.redirecting = redirecting
        self.context = context
        self.extension = `extension` ?? dialled ?? "s"
        self.priority = priority
        self.accountCode = accountCode
        self.arguments = arguments
        self.state = state
        self.sendsAudio = sendsAudio
        self.sampleRate = sampleRate
    }

    /// How long ANSWER takes: 16–21 ms were measured for a caller who sends sound, 0.5 s for one who does not.
    var answerTime: Duration { sendsAudio ? .milliseconds(20) : .milliseconds(500) }
}
