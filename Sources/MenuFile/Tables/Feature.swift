/// A part of the language that a release may lack. What is lacking is refused as `not-supported`, never ignored.
public enum Feature: String, Sendable, CaseIterable {
    /// The verb `collect`.
    case collect
    /// The verb `queue`.
    case queue
    /// The verb `request`.
    case request
    /// The verb `set`.
    case set
    /// The verb `language`.
    case languageVerb
    /// The verb `dialplan`.
    case dialplan
    /// The verb `gosub`.
    case gosub
    /// `holidays`.
    case holidays
    /// `callers`.
    case callers
    /// `notices`.
    case notices
    /// `phrases`.
    case phrases
    /// `variables`.
    case variables
    /// `lint`.
    case lint
    /// `language` with more than one tag.
    case severalLanguages
    /// Day keys other than weekdays, ranges of them, "every day" and exact dates.
    case dayKeys
    /// Conditions other than open and closed.
    case conditions
    /// `whisper` of a ring.
    case whisper
    /// `rounds` above 1.
    case rounds
    /// `music` of a ring.
    case ringMusic
    /// Texts other than plain strings.
    case textPieces
    /// `webhook` of a callback list.
    case webhook
    /// `voice-note`.
    case voiceNote
    /// A person's Asterisk mailbox as the target of `voicemail`.
    case mailbox
    /// The built-in variables beyond those of the first step.
    case moreVariables
}

/// Which parts of the language a release of the program knows.
public struct LanguageRelease: Sendable, Hashable {
    /// What it does not support yet.
    public let notYet: Set<Feature>

    /// A release that lacks these parts.
    public init(notYet: Set<Feature>) { self.notYet = notYet }

    /// All that menu-format marks R1.
    public static let whole = LanguageRelease(notYet: [])

    /// The first step of the program. A later step deletes entries here, and nothing else changes.
    public static let first = LanguageRelease(notYet: [
        .collect, .queue, .request, .set, .languageVerb, .dialplan, .gosub,
        .holidays, .callers, .notices, .phrases, .variables, .lint,
        .severalLanguages, .dayKeys, .conditions, .whisper, .rounds, .ringMusic, .textPieces,
        .webhook, .voiceNote, .mailbox, .moreVariables,
    ])
}
