public import Foundation

/// A request to be called back, or a missed call, as a mail tells it.
public struct CallbackNotice: Sendable, Equatable {
    /// Why somebody is told.
    public enum Occasion: Sendable, CaseIterable {
        /// The caller asked for it.
        case asked
        /// The caller chose it and hung up before confirming.
        case unconfirmed
        /// The caller hung up before anybody took the call.
        case missed
    }

    /// The request's number in the records.
    public var id: Int64
    /// Why.
    public var occasion: Occasion
    /// The list.
    public var list: String
    /// E.164; nil when withheld.
    public var number: String?
    /// Whether the caller typed it, or the network gave it.
    public var isTyped: Bool
    /// Whether the caller said that it is right.
    public var isConfirmed: Bool
    /// The caller's name.
    public var name: String?
    /// The dialled number.
    public var dialled: String?
    /// What it is about.
    public var reason: String
    /// What staff see.
    public var label: String
    /// The caller's language.
    public var language: String
    /// When it was last asked for.
    public var at: Date
    /// Promised until.
    public var due: Date?
    /// From when to when, in words of staff.
    public var window: String?
    /// The zone in which times are shown, an IANA name.
    public var timeZone: String
    /// How often it was asked for.
    public var asked: Int
    /// The call, as logs name it.
    public var call: String

    /// A notice.
    public init(
        id: Int64, occasion: Occasion, list: String, number: String?, isTyped: Bool, isConfirmed: Bool, name: String?,
        dialled: String?, reason: String, label: String, language: String, at: Date, due: Date?,
        window: String? = nil, timeZone: String, asked: Int, call: String
    ) {
        self.id = id
        self.occasion = occasion
        self.list = list
        self.number = number
        self.isTyped = isTyped
        self.isConfirmed = isConfirmed
        self.name = name
        self.dialled = dialled
        self.reason = reason
        self.label = label
        self.language = language
        self.at = at
        self.due = due
        self.window = window
        self.timeZone = timeZone
        self.asked = asked
        self.call = call
    }
}
