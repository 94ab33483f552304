public import Foundation

/// Where a call's facts are kept. Implemented by the module Records.
///
/// Everything but the two promises is queued and written off the call's path; those two return when the row is durable.
public protocol CallLedger: Sendable {
    /// Notes that a call began. Queued.
    func callStarted(_ call: CallStart)

    /// Tells at which step a call is from now on, by the step's place in the file. For who watches; no row comes of it.
    func stepChanged(_ call: String, to path: String)

    /// Notes one step of a call. Queued.
    func stepTaken(_ step: StepRecord)

    /// Notes one thing of a call's timeline. Queued.
    func happened(_ moment: CallMoment)

    /// Notes how a call ended. Queued; when the caller hung up it carries the row that follows from it (§4.3).
    func callEnded(_ call: CallEnd)

    /// Commits a request to be called back. Returns after the commit: only then is the caller thanked.
    ///
    /// A request of the same number on the same list that is still open is refreshed, not doubled.
    func commit(_ request: CallbackRequest) async throws(LedgerError) -> CallbackReceipt

    /// Commits that a message was left; the file is complete and closed.
    func keep(_ message: MessageRecord) async throws(LedgerError)

    /// How many earlier calls of that number (E.164) began since `since`. Answered from memory.
    func earlierCalls(of number: String, since: Date) -> Int
}

extension CallLedger {
    /// Nobody watches.
    public func stepChanged(_ call: String, to path: String) {}
}

/// The ledger could not make a row durable; the caller hears an honest sentence, never thanks.
public enum LedgerError: Error, Equatable, Sendable {
    /// SQLite refused, with its own words.
    case notStored(String)
    /// It did not answer in time.
    case overdue
    /// More requests came than are taken, with the limit in words: nothing was written.
    case tooMany(String)
}

/// The beginning of a call.
public struct CallStart: Sendable, Equatable {
    /// What was known.
    public var facts: CallFacts
    /// The caller's number as E.164, nil when withheld or not a number.
    public var number: String?
    /// When.
    public var at: Date
    /// The menu file's name and its version.
    public var menu: String
    /// The version's name: the first characters of the file's digest.
    public var version: String
    /// The language at the start.
    public var language: String

    /// The beginning of a call.
    public init(facts: CallFacts, number: String?, at: Date, menu: String, version: String, language: String) {
        self.facts = facts
        self.number = number
        self.at = at
        self.menu = menu
        self.version = version
        self.language = language
    }
}

/// One step of a call. Sensitive keys are masked before they come here.
public struct StepRecord: Sendable, Equatable {
    /// The call.
    public var call: String
    /// From 0, in order.
    public var order: Int
    /// The step's place in the file, "start.menu.1".
    public var path: String
    /// When it was entered.
    public var entered: Date
    /// When it was left.
    public var left: Date
    /// The keys that it took.
    public var keys: String
    /// What came of it, one word or a short phrase: "done", "busy", "closed because 2026-12-25 is closed".
    public var result: String

    /// One step of a call.
    public init(
        call: String, order: Int, path: String, entered: Date, left: Date, keys: String, result: String
    ) {
        self.call = call
        self.order = order
        self.path = path
        self.entered = entered
        self.left = left
        self.keys = keys
        self.result = result
    }
}

/// The end of a call.
public struct CallEnd: Sendable, Equatable {
    /// The call.
    public var call: String
    /// When.
    public var at: Date
    /// The language at the end.
    public var language: String
    /// The label at the end.
    public var label: String
    /// The path of choices at the end.
    public var path: String
    /// ATTENDANT_STATUS.
    public var outcome: CallOutcome
    /// Where the walk stood and why it ended: "hang-up in start.menu", "goodbye".
    public var reason: String
    /// From the answer to the moment somebody took the call, or the telephone that was taken began to ring; nil: nobody
    /// took it.
    public var toPerson: Duration?
    /// The `missed` or `unconfirmed` row that follows from a hang-up, if any.
    public var leaves: CallbackRequest?

    /// The end of a call.
    public init(
        call: String, at: Date, language: String, label: String, path: String, outcome: CallOutcome, reason: String,
        toPerson: Duration?, leaves: CallbackRequest?
    ) {
        self.call = call
        self.at = at
        self.language = language
        self.label = label
        self.path = path
        self.outcome = outcome
        self.reason = reason
        self.toPerson = toPerson
        self.leaves = leaves
    }
}

/// ATTENDANT_STATUS, as the dialplan reads it.
public enum CallOutcome: String, Sendable, CaseIterable {
    /// Somebody answered.
    case talked
    /// The channel went back to the dialplan.
    case handedOver = "handed-over"
    /// A request to be called back is stored.
    case callback
    /// A message is kept.
    case voicemail
    /// We ended the call.
    case goodbye
    /// The caller hung up.
    case hangup
    /// Something of ours failed; the dialplan takes over.
    case failed
}
