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

    /// A house; the defaults are those of a plain Asterisk with PJSIP.
    public init(
        inside: String = "PJSIP/{number}", outside: String = "PJSIP/{number}", country: String = "GB",
        timeZone: String = "UTC", messages: String, ownNumbers: Set<String> = []
    ) {
        self.inside = inside
        self.outside = outside
        self.country = country
        self.timeZone = timeZone
        self.messages = messages
        self.ownNumbers = ownNumbers
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

    /// The services of one server.
    public init(
        prompts: any PromptLibrary, ledger: any CallLedger, numbers: any NumberBook, clock: any CallClock
    ) {
        self.prompts = prompts
        self.ledger = ledger
        self.numbers = numbers
        self.clock = clock
    }
}

/// A document together with the name of its version.
public struct MenuVersion: Sendable {
    /// The document.
    public let document: MenuDocument
    /// The first characters of the file's digest.
    public let version: String

    /// A version.
    public init(document: MenuDocument, version: String) {
        self.document = document
        self.version = version
    }
}
