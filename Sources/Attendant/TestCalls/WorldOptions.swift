/// What a call meets outside the menu, as flags of `attendant call` say it: the world of call tests.
public struct WorldOptions: Sendable, Equatable {
    /// A JSON file with keys of a call test's world; flags stand over it.
    public var file: String?
    /// "GET */visits/* {"id": "7"}": a request, then a status, JSON, or both.
    public var web: [String] = []
    /// A JSON file with the list `web` of a call test.
    public var webFile: String?
    /// "desk=full,sales=waiting 3 answers after 20".
    public var queues: String?
    /// "gas-off,storm".
    public var notices: String?
    /// "office=closed".
    public var switches: String?
    /// "office=2".
    public var listed: String?
    /// "ACCOUNT=42".
    public var channel: String?
    /// "step=reminder".
    public var arguments: String?
    /// Earlier calls of the day.
    public var callsToday: Int?
    /// The side of each `share`.
    public var dice: Int?
    /// The channel's language.
    public var language: String?
    /// Nothing can be written down.
    public var isBroken = false

    /// Nothing is said.
    public init() {}

    /// Whether a flag says something.
    var isSaid: Bool { self != WorldOptions() }
}
