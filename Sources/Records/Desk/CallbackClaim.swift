public import Foundation

/// A request that is being called now, and the attempt that holds it: only who has this may say what came of it.
public struct CallbackClaim: Sendable, Equatable {
    /// The attempt's id, `callback_attempts.id`.
    public let attempt: Int64
    /// 32 hexadecimal digits that nobody can guess: they go with the call, so that no other may fetch or settle the row.
    public let token: String
    /// The request, as it is now: `dialing`, or `connected`.
    public let row: CallbackRow
    /// The claim ends by itself then, unless it is prolonged (`prolong`, `connected`).
    public let until: Date
}

/// A list whose requests may be called now.
public struct DueList: Sendable, Hashable {
    /// The menu file's name, as `CallStart.menu` has it.
    public var menu: String
    /// The list.
    public var list: String
    /// So many of its requests are called at once, by all servers together.
    public var atOnce: Int

    /// A list whose requests may be called now: one whose hours are open.
    public init(menu: String, list: String, atOnce: Int = 1) {
        self.menu = menu
        self.list = list
        self.atOnce = atOnce
    }
}

/// What `record` made of a request.
public struct CallbackProgress: Sendable, Equatable {
    /// Where the request stands now.
    public let status: CallbackStatus
    /// When it is called again; nil when it ended, or is not this attempt's any more.
    public let nextAttempt: Date?
    /// False: the claim had ended before, by its lease or by hand. The outcome stands with the attempt, and a talk still
    /// settles a request that nobody else is calling.
    public let wasHeld: Bool
}
