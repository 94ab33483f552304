/// What is known of a call when it arrives. Every string comes from the network: hostile text.
public struct CallFacts: Sendable, Equatable {
    /// Our own id of the call: fixed width, unique, in every log line and row.
    public var id: String
    /// Asterisk's `agi_uniqueid`.
    public var uniqueID: String
    /// The channel's name, "PJSIP/trunk-00000012".
    public var channel: String
    /// The caller's number as the network gave it; nil when there is none.
    public var number: String?
    /// Whether the number is withheld (`agi_callingpres`), even when it is present.
    public var isWithheld: Bool
    /// The caller's name as the network gave it; nil for a caller who withholds the number: the name is not ours either.
    public var name: String?
    /// The dialled number (DNIS).
    public var dialled: String?
    /// The channel's language, "en" or "en_GB".
    public var language: String
    /// The query items of the AGI URL and the AGI arguments, by name.
    public var arguments: [String: String]
    /// On which side of each `share` the call is, 0 to 99; nil: its id decides. For tests of menus.
    public var dice: Int?

    /// Facts of a call; everything but the id may be absent.
    public init(
        id: String, uniqueID: String = "", channel: String = "", number: String? = nil, isWithheld: Bool = false,
        name: String? = nil, dialled: String? = nil, language: String = "", arguments: [String: String] = [:],
        dice: Int? = nil
    ) {
        self.id = id
        self.uniqueID = uniqueID
        self.channel = channel
        self.number = number
        self.isWithheld = isWithheld
        self.name = isWithheld ? nil : name
        self.dialled = dialled
        self.language = language
        self.arguments = arguments
        self.dice = dice
    }
}
