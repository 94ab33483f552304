/// The caller's telephone: the one way in which a walk touches a call.
///
/// A real Asterisk stands behind it through FastAGI, and a simulated telephone with a virtual clock does in rehearsals
/// and tests. One command runs at a time. Every method throws `PhoneError.hungUp` once the caller has gone.
public protocol Phone: Sendable {
    /// Answers the call; no-op when it is up.
    func answer() async throws(PhoneError)

    /// Lets the caller hear sounds of the line before it is answered (early media).
    func progress() async throws(PhoneError)

    /// Plays one sound from `offset` on. Any of the twelve keys ends it at once and is returned.
    ///
    /// - Returns: the key, and how far it got.
    func play(_ sound: Sound, from offset: Duration) async throws(PhoneError) -> Playback

    /// Waits for one key, `nil` when none came within `timeout`.
    func key(within timeout: Duration) async throws(PhoneError) -> Key?

    /// Listens for a moment while slow work of ours runs, so that no key is lost to it. On a real line that moment is
    /// some hundredths of a second; on a simulated one no time passes.
    func listenBriefly() async throws(PhoneError) -> Key?

    /// Says digits, letters or nothing by Asterisk's own sounds: the last resort when nothing can be synthesized.
    func spell(_ text: String) async throws(PhoneError) -> Key?

    /// Rings one target, or several together, and returns when the talk has ended or nobody took it.
    func dial(_ request: DialRequest) async throws(PhoneError) -> DialOutcome

    /// The state of a device ("PJSIP/201"), `nil` when Asterisk cannot tell.
    func deviceState(_ device: String) async throws(PhoneError) -> DeviceState?

    /// Records the caller into `file` (absolute, without extension) until silence, a key, or `longest`.
    func record(_ request: RecordRequest) async throws(PhoneError) -> Recording

    /// Sets the name that the answering telephone displays; `nil` puts the caller's own back.
    func showName(_ name: String?) async throws(PhoneError)

    /// Sets a channel variable. Works after a hang-up, too.
    func setVariable(_ name: String, _ value: String) async throws(PhoneError)

    /// Lets the caller leave a message in a mailbox of Asterisk's VoiceMail ("201@default"), which begins with its tone.
    func voiceMail(_ mailbox: String) async throws(PhoneError) -> MailboxOutcome

    /// What is known of a queue; nil: Asterisk has no such queue.
    func queueState(_ queue: String) async throws(PhoneError) -> QueueState?

    /// Lets the caller wait in a queue and returns when the talk has ended or nobody took it.
    func wait(in request: QueueRequest) async throws(PhoneError) -> QueueOutcome

    /// The value of a channel variable or dialplan function; nil when it has none. Works after a hang-up, too.
    func variable(_ name: String) async throws(PhoneError) -> String?

    /// Runs a subroutine of the dialplan and comes back.
    ///
    /// - Returns: false when there is no such place, or it ended without returning.
    func gosub(_ place: DialplanPlace, arguments: [String]) async throws(PhoneError) -> Bool

    /// Says where the dialplan goes on once this call is given back.
    ///
    /// - Throws: `PhoneError.refused` when the dialplan has no such place; it goes on where it stood then.
    func goTo(_ place: DialplanPlace) async throws(PhoneError)

    /// Ends the call.
    func hangUp() async throws(PhoneError)
}

/// Why a command on a telephone failed.
public enum PhoneError: Error, Equatable, Sendable {
    /// The caller has hung up: an outcome, not a fault.
    case hungUp
    /// The connection to Asterisk is gone; the call's fate is unknown.
    case lost
    /// Asterisk refused the command or could not play the sound; the call goes on.
    case refused(String)
    /// The command took longer than its deadline allowed.
    case overdue
}

/// One of the twelve keys of a telephone.
public struct Key: Sendable, Hashable, CustomStringConvertible {
    /// "0" to "9", "*" or "#".
    public let character: Character

    /// The key with that character; nil for all others.
    public init?(_ character: Character) {
        guard "0123456789*#".contains(character) else { return nil }
        self.character = character
    }

    private init(known: Character) { character = known }

    /// 0: the operator.
    public static let zero = Key(known: "0")
    /// *: back, or clear.
    public static let star = Key(known: "*")
    /// #: repeat, or the end of an entry.
    public static let pound = Key(known: "#")

    /// The key as one character.
    public var description: String { String(character) }
}

/// How a playback ended.
public struct Playback: Sendable, Equatable {
    /// The key that ended it; nil: it was heard to its end.
    public let key: Key?
    /// How much of the sound was heard, counted from its beginning.
    public let position: Duration

    /// A playback that ended so.
    public init(key: Key?, position: Duration) {
        self.key = key
        self.position = position
    }
}

/// What is to be rung.
public struct DialRequest: Sendable, Equatable {
    /// The dial strings; several ring together.
    public let targets: [String]
    /// For whom each of them is: the person's id, else the number, as transcripts and rows name it.
    public let names: [String]
    /// How long it rings.
    public let timeout: Duration
    /// Whether the caller hears music on hold instead of ringing.
    public let music: Bool
    /// What the answerer hears before the talk.
    public let whisper: Sound?
    /// What the answering telephone displays (set by `showName` before).
    public let shows: String
    /// The address of a script that Asterisk runs on the telephone that has answered, before the talk (`agi://…`); nil:
    /// none. It must not be waited for by those who talk.
    public var answeredScript: String?

    /// A request to ring.
    public init(
        targets: [String], names: [String], timeout: Duration, music: Bool, whisper: Sound?, shows: String
    ) {
        self.targets = targets
        self.names = names
        self.timeout = timeout
        self.music = music
        self.whisper = whisper
        self.shows = shows
    }
}

/// What came of ringing (DIALSTATUS).
public enum DialOutcome: Sendable, Hashable {
    /// They talked, so long (on a real line ringing included, for Asterisk does not tell when a telephone was answered),
    /// and with whom when that can be told.
    case talked(Duration, with: String?)
    /// BUSY.
    case busy
    /// NOANSWER.
    case noAnswer
    /// CONGESTION.
    case congestion
    /// CHANUNAVAIL, or the telephone is offline.
    case unavailable
    /// Whatever else Asterisk said.
    case failed(String)
}

/// What came of a mailbox (VMSTATUS).
public enum MailboxOutcome: Sendable, Hashable {
    /// A message is in it.
    case kept
    /// None is: nothing was said, or the mailbox could not be used.
    case nothing
    /// The caller left it with 0 or `*`.
    case left
}

/// DEVICE_STATE of Asterisk.
public enum DeviceState: String, Sendable, Hashable, CaseIterable {
    /// Free.
    case notInUse = "NOT_INUSE"
    /// In use, but may take another call.
    case inUse = "INUSE"
    /// Busy.
    case busy = "BUSY"
    /// Unknown to its technology.
    case invalid = "INVALID"
    /// Offline.
    case unavailable = "UNAVAILABLE"
    /// Ringing.
    case ringing = "RINGING"
    /// Ringing and in use.
    case ringInUse = "RINGINUSE"
    /// On hold.
    case onHold = "ONHOLD"
    /// Asterisk cannot tell.
    case unknown = "UNKNOWN"
}

/// What is to be recorded.
public struct RecordRequest: Sendable, Equatable {
    /// The file, absolute, without extension; `.wav` is added.
    public let file: String
    /// The longest recording.
    public let longest: Duration
    /// So much silence ends it.
    public let silence: Duration
    /// Whether a tone begins it.
    public let beep: Bool

    /// A request to record.
    public init(file: String, longest: Duration, silence: Duration, beep: Bool) {
        self.file = file
        self.longest = longest
        self.silence = silence
        self.beep = beep
    }
}

/// What was recorded.
public struct Recording: Sendable, Equatable {
    /// How long it is.
    public let length: Duration
    /// What ended it.
    public let end: End

    /// What ended a recording.
    public enum End: Sendable, Hashable {
        /// A key.
        case key(Key)
        /// Silence.
        case silence
        /// The caller hung up; what was said is in the file.
        case hungUp
        /// Nothing could be recorded.
        case failed(String)
    }

    /// A recording of that length.
    public init(length: Duration, end: End) {
        self.length = length
        self.end = end
    }
}
