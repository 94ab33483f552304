public import Foundation
public import Reception

/// Which calls are meant; what is nil does not matter.
public struct CallFilter: Sendable, Equatable {
    /// The menu file's name.
    public var menu: String?
    /// Those that began then or later.
    public var since: Date?
    /// How they ended.
    public var outcome: CallOutcome?
    /// The caller's number, E.164, or one of several that may be meant; empty: any.
    public var numbers: [String]

    /// All calls.
    public init(menu: String? = nil, since: Date? = nil, outcome: CallOutcome? = nil, numbers: [String] = []) {
        self.menu = menu
        self.since = since
        self.outcome = outcome
        self.numbers = numbers
    }
}
