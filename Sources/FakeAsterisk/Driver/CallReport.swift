/// A whole call, as the caller met it and as Asterisk saw it.
public struct CallReport: Sendable, Hashable {
    /// What happened, in the order of time.
    public var events: [CallEvent]
    /// Every command and its reply.
    public var exchanges: [Exchange]
    /// The telephones that rang, and what they displayed. No part of the coded form, whose transcript has it.
    public var rung: [RungTelephone] = []
    /// How many keys met which fate.
    public var keys: [KeyFate: Int]
    /// AGISTATUS.
    public var status: AGIStatus
    /// How the session ended.
    public var ending: CallEnding
    /// The channel's variables at the end, without inheritance marks.
    public var variables: [String: String]
    /// Where the dialplan goes on.
    public var place: DialplanPlace
    /// How long the call was.
    public var duration: Duration
    /// The acts of the script that never took place.
    public var unused: [String]

    /// Keys that met that fate.
    public func keys(_ fate: KeyFate) -> Int { keys[fate] ?? 0 }

    /// What was said, in order.
    public var said: [String] {
        events.compactMap { event in
            guard case .said(let text) = event.kind else { return nil }
            return text
        }
    }

    /// The commands, without replies.
    public var commands: [String] { exchanges.map(\.command) }
}
