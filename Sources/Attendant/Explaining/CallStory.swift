import Foundation
import Reception
import Records
import Rehearsal

/// A call that is over, wherever it was: the records' rows, or what a rehearsed call left.
struct CallStory: Sendable {
    /// The menu's name.
    var menu: String
    /// When it began.
    var started: Date
    /// The caller's number as the network gave it; nil: withheld or none.
    var number: String?
    /// The caller's name as the network gave it.
    var name: String?
    /// The dialled number.
    var dialled: String?
    /// The language at the end.
    var language: String
    /// The path of choices at the end.
    var path: String
    /// ATTENDANT_STATUS.
    var outcome: CallOutcome?
    /// What happened, in the order of time.
    var moments: [Moment]

    /// One thing that happened.
    struct Moment: Sendable, Equatable {
        /// Seconds since the call began.
        var at: Double
        /// The step's place in the menu file.
        var step: String
        /// What kind of thing; nil: one that a newer release noted.
        var kind: CallMoment.Kind?
        /// It in words.
        var text: String
        /// It in numbers and names.
        var details: CallMoment.Details
    }

    /// A call of the records.
    init(_ row: CallRow, _ timeline: [MomentRow]) {
        menu = row.menu
        started = row.started
        name = row.name
        dialled = row.dialled
        language = row.language
        path = row.path
        outcome = row.outcome.flatMap { CallOutcome(rawValue: $0) }
        moments = timeline.map { moment in
            Moment(
                at: Double(moment.milliseconds) / 1000, step: moment.step, kind: CallMoment.Kind(rawValue: moment.kind),
                text: moment.text, details: moment.details)
        }
        number = row.isWithheld ? nil : moments.first { $0.kind == .began }?.details.number ?? row.number
    }

    /// The call that a ledger has seen; nil: none has ended there.
    init?(_ ledger: MemoryLedger) {
        guard let start = ledger.starts.last, let end = ledger.ends.last else { return nil }
        menu = start.menu
        started = start.at
        number = start.facts.isWithheld ? nil : start.facts.number
        name = start.facts.name
        dialled = start.facts.dialled
        language = end.language
        path = end.path
        outcome = end.outcome
        moments = ledger.moments.map { moment in
            Moment(
                at: moment.at / .seconds(1), step: moment.step, kind: moment.kind, text: moment.text,
                details: moment.details)
        }.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    /// The moments of one kind.
    func all(_ kind: CallMoment.Kind) -> [Moment] { moments.filter { $0.kind == kind } }
}
