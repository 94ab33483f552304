public import Foundation

/// A request to be called back, as the walk hands it over.
public struct CallbackRequest: Sendable, Equatable {
    /// The call it came from.
    public var call: String
    /// The list.
    public var list: String
    /// When it was asked for.
    public var at: Date
    /// E.164; nil only for `missed` and `unconfirmed` rows of withheld callers.
    public var number: String?
    /// The number as the caller typed it or the network gave it.
    public var numberAsGiven: String?
    /// How the number was got.
    public var source: NumberSource
    /// Whether the caller said that the number is right.
    public var isConfirmed: Bool
    /// `new`, `missed` or `unconfirmed`.
    public var status: Status
    /// The caller's name as known.
    public var callerName: String?
    /// The dialled number.
    public var dialled: String?
    /// What it is about; the path of choices unless the step says otherwise.
    public var reason: String
    /// What staff see.
    public var label: String
    /// The language of the call.
    public var language: String
    /// Promised until, when the list promises anything.
    public var dueAt: Date?
    /// After this it is no longer open.
    public var expiresAt: Date?
    /// The zone of the menu, an IANA name.
    public var timeZone: String
    /// The voice note's file, if any.
    public var voiceNote: String?
    /// Who is told by mail.
    public var notify: [String]
    /// The URL that is told, of the list's `webhook`.
    public var webhook: String?
    /// The menu file's name, without ".json": whose list it is.
    public var menu: String
    /// Asterisk's unique id of the call.
    public var uniqueID: String
    /// The path of choices at that moment.
    public var path: String
    /// The Asterisk queue that the caller left for it, if any.
    public var queue: String?
    /// From when to when the call is promised, in the staff's language: "Wednesday, 4 March, 08:00–10:00"; nil: nothing
    /// is promised.
    public var window: String?
    /// The earliest moment for a call: now while the list's hours are open, else their next opening; nil: at once.
    public var callFrom: Date?
    /// `attempts` of the list: how often the number is tried.
    public var attempts: Int
    /// `every` of the list: between two tries.
    public var every: Duration

    /// How a number was got.
    public enum NumberSource: String, Sendable, CaseIterable {
        /// From the network: caller ID, which can be forged.
        case network
        /// The caller typed it.
        case typed
    }

    /// The status that a row begins with.
    public enum Status: String, Sendable, CaseIterable {
        /// Asked for, thanked for.
        case new
        /// The caller hung up before anybody took the call, or before the offer was taken.
        case missed
        /// The caller chose it and hung up before confirming.
        case unconfirmed
    }

    /// A request to be called back.
    public init(
        call: String, list: String, at: Date, number: String?, numberAsGiven: String?, source: NumberSource,
        isConfirmed: Bool, status: Status, callerName: String? = nil, dialled: String? = nil, reason: String,
        label: String, language: String, dueAt: Date? = nil, expiresAt: Date? = nil, timeZone: String = "UTC",
        voiceNote: String? = nil, notify: [String] = [], webhook: String? = nil, menu: String = "",
        uniqueID: String = "", path: String = "", queue: String? = nil, window: String? = nil, callFrom: Date? = nil,
        attempts: Int = 3, every: Duration = .seconds(900)
    ) {
        self.call = call
        self.list = list
        self.at = at
        self.number = number
        self.numberAsGiven = numberAsGiven
        self.source = source
        self.isConfirmed = isConfirmed
        self.status = status
        self.callerName = callerName
        self.dialled = dialled
        self.reason = reason
        self.label = label
        self.language = language
        self.dueAt = dueAt
        self.expiresAt = expiresAt
        self.timeZone = timeZone
        self.voiceNote = voiceNote
        self.notify = notify
        self.webhook = webhook
        self.menu = menu
        self.uniqueID = uniqueID
        self.path = path
        self.queue = queue
        self.window = window
        self.callFrom = callFrom
        self.attempts = attempts
        self.every = every
    }
}

/// What a commit returned.
public struct CallbackReceipt: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// Whether a new row was made; false: an open one of the same number and list was refreshed.
    public let isNew: Bool
    /// The place among the list's open requests, from 1.
    public let place: Int

    /// A receipt.
    public init(id: Int64, isNew: Bool, place: Int) {
        self.id = id
        self.isNew = isNew
        self.place = place
    }
}

/// A message that was left.
public struct MessageRecord: Sendable, Equatable {
    /// The call it came from.
    public var call: String
    /// Whom it is for: a person's id or an address.
    public var recipient: String
    /// The file, absolute, with extension.
    public var file: String
    /// How long it is.
    public var length: Duration
    /// When it was left.
    public var at: Date
    /// The caller's number, E.164 or as given.
    public var number: String?
    /// The caller's name.
    public var callerName: String?
    /// What staff see.
    public var label: String
    /// The path of choices.
    public var path: String
    /// The language of the call.
    public var language: String
    /// The subject of the mail.
    public var subject: String
    /// The zone of the menu, an IANA name.
    public var timeZone: String
    /// Who is told by mail.
    public var notify: [String]

    /// A message that was left.
    public init(
        call: String, recipient: String, file: String, length: Duration, at: Date, number: String?,
        callerName: String?, label: String, path: String, language: String, subject: String, timeZone: String,
        notify: [String]
    ) {
        self.call = call
        self.recipient = recipient
        self.file = file
        self.length = length
        self.at = at
        self.number = number
        self.callerName = callerName
        self.label = label
        self.path = path
        self.language = language
        self.subject = subject
        self.timeZone = timeZone
        self.notify = notify
    }
}
