public import Foundation

/// A spoken message, as a mail tells it.
public struct VoicemailNotice: Sendable, Equatable {
    /// The message's number in the records.
    public var id: Int64
    /// The subject that the menu gives it; empty: the texts' own.
    public var subject: String
    /// The caller's number; nil when withheld.
    public var number: String?
    /// The caller's name.
    public var name: String?
    /// What staff see.
    public var label: String
    /// The path of choices.
    public var path: String
    /// The caller's language.
    public var language: String
    /// When it was left.
    public var at: Date
    /// How long it is.
    public var length: Duration
    /// The zone in which times are shown, an IANA name.
    public var timeZone: String
    /// The call, as logs name it.
    public var call: String

    /// A notice.
    public init(
        id: Int64, subject: String, number: String?, name: String?, label: String, path: String, language: String,
        at: Date, length: Duration, timeZone: String, call: String
    ) {
        self.id = id
        self.subject = subject
        self.number = number
        self.name = name
        self.label = label
        self.path = path
        self.language = language
        self.at = at
        self.length = length
        self.timeZone = timeZone
        self.call = call
    }
}
