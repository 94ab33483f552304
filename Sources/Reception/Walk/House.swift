public import MenuFile

/// What the server's configuration says to every call, where the menu file is silent.
public struct House: Sendable {
    /// Dial strings with `{number}`, "PJSIP/{number}".
    public var inside: String
    /// Dial strings with `{number}` for outside numbers.
    public var outside: String
    /// The country as two capital letters.
    public var country: String
    /// The time zone, an IANA name.
    public var timeZone: String
    /// The folder into which messages are recorded, absolute; Asterisk must be able to write there.
    public var messages: String
    /// Our own numbers as E.164: nobody is called back there.
    public var ownNumbers: Set<String>
    /// The values of `{env.NAME}`: what the configuration allows of the server's environment.
    public var environment: [String: String]

    /// A house; the defaults are those of a plain Asterisk with PJSIP.
    public init(
        inside: String = "PJSIP/{number}", outside: String = "PJSIP/{number}", country: String = "GB",
        timeZone: String = "UTC", messages: String, ownNumbers: Set<String> = [], environment: [String: String] = [:]
    ) {
        self.inside = inside
        self.outside = outside
        self.country = country
        self.timeZone = timeZone
        self.messages = messages
        self.ownNumbers = ownNumbers
        self.environment = environment
    }
}

/// Everything slow or foreign that a walk needs, behind its ports.
public struct Services: Sendable {
    /// Makes sounds.
    public var prompts: any PromptLibrary
    /// Keeps rows.
    public var ledger: any CallLedger
    /// Reads telephone numbers.
    public var numbers: any NumberBook
    /// Tells the time.
    public var clock: any CallClock
    /// Asks web services.
    public var web: any WebClient
    /// Knows what is switched by hand.
    public var board: any SwitchBoard

    /// The services of one server.
    public init(
        prompts: any PromptLibrary, ledger: any CallLedger, numbers: any NumberBook, clock: any CallClock,
        web: any WebClient, board: any SwitchBoard
    ) {
        self.prompts = prompts
        self.ledger = ledger
        self.numbers = numbers
        self.clock = clock
        self.web = web
        self.board = board
    }

    /// The same services with another library of sounds.
    func with(prompts: any PromptLibrary) -> Services {
        var services = self
        services.prompts = prompts
        return services
    }
}

/// A document together with the name of its version.
public struct MenuVersion: Sendable {
    /// The document.
    public let document: MenuDocument
    /// The first characters of the file's digest.
    public let version: String
    /// The lines that lie recorded beside the file.
    public var recordings: LineRecordings

    /// A version.
    public init(document: MenuDocument, version: String, recordings: LineRecordings = .none) {
        self.document = document
        self.version = version
        self.recordings = recordings
    }
}
