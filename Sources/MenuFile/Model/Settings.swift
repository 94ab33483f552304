/// How a language is spoken: one entry of `voice`. Nil stands for the default of the language's pack.
public struct VoiceSettings: Sendable, Hashable {
    /// The eSpeak NG voice: "en-us+f2".
    public let voice: String?
    /// Words a minute.
    public let speed: Int?
    /// Pitch, 0 to 99.
    public let pitch: Int?
    /// Pause between words, in units of 10 ms.
    public let gap: Int?
    /// Volume, 0 to 200.
    public let volume: Int?

    /// Settings, each nil for the default.
    public init(
        voice: String? = nil, speed: Int? = nil, pitch: Int? = nil, gap: Int? = nil, volume: Int? = nil
    ) {
        self.voice = voice
        self.speed = speed
        self.pitch = pitch
        self.gap = gap
        self.volume = volume
    }
}

/// `keys`: the defaults of key handling (§3.4).
public struct KeySettings: Sendable, Hashable {
    /// `wait`: from the end of a menu's prompt to the first key.
    public let wait: Duration
    /// `between`: between two keys of a menu entry.
    public let between: Duration
    /// `wrong`: so many wrong entries end a menu or collect.
    public let wrong: Int
    /// `silent`: so many silences end a menu or collect.
    public let silent: Int
    /// `impatient`: so many unknown keys within 3 s mean the operator.
    public let impatient: Int

    /// The defaults of the format.
    public static let standard = KeySettings(
        wait: .seconds(4), between: .seconds(2), wrong: 3, silent: 2, impatient: 3)
}

/// `limits`: guards of one call; all end at the operator.
public struct CallLimits: Sendable, Hashable {
    /// `call`: the time in menus, talking excluded.
    public let call: Duration
    /// `steps`: how many steps a call may run.
    public let steps: Int
    /// `returns`: how often one menu frame may be come back to.
    public let returns: Int
    /// `mistakes`: wrong menu keys and refused entries of the whole call.
    public let mistakes: Int
    /// `depth`: how many menus may be stacked.
    public let depth: Int

    /// The defaults of the format.
    public static let standard = CallLimits(
        call: .seconds(900), steps: 300, returns: 5, mistakes: 5, depth: 8)
}

/// One entry of `variables`: a constant, or a channel variable read at the start of the call.
public struct VariableImport: Sendable {
    /// The variable.
    public let name: String
    /// What it is made of.
    public let source: Source
    /// Whether it is masked.
    public let sensitive: Bool

    /// Where a variable's value comes from.
    public enum Source: Sendable {
        /// A text, filled in when the call starts.
        case text(Text)
        /// A channel variable, and the value that stands for a missing one.
        case channel(String, default: Text?)
    }
}
