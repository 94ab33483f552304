/// What became of one action of a script.
public struct ActionTrace: Sendable, Equatable {
    /// How many entries the transcript had when the action began; nil: it never did.
    public internal(set) var reached: Int?
    /// How many entries the transcript had when the action was done; nil: it was not.
    public internal(set) var done: Int?
    /// When it was done.
    public internal(set) var at: Duration?
    /// Which of its keys were pressed while nobody listened.
    public internal(set) var unheard = ""
}

/// A call given to somebody: telephones that rang together, a queue, or a place in the dialplan.
public struct HandOver: Sendable, Equatable {
    /// To whom: persons, else numbers or dial strings; a queue; a place.
    public let to: [String]
    /// What was displayed there.
    public let shows: String
    /// What the answerer heard before the talk.
    public let whispers: String?
    /// Who took it; nil: nobody.
    public internal(set) var takenBy: String?
    /// When it was taken, since the call arrived.
    public internal(set) var takenAt: Duration?

    init(to: [String], shows: String, whispers: String?, takenBy: String? = nil, at: Duration? = nil) {
        self.to = to
        self.shows = shows
        self.whispers = whispers
        self.takenBy = takenBy
        takenAt = at
    }
}

/// A message in a mailbox of Asterisk's VoiceMail.
public struct MailboxMessage: Sendable, Equatable {
    /// The mailbox: "201@default".
    public let mailbox: String
    /// Its length, silence not counted.
    public let length: Duration
}
