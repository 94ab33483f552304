import Foundation
import MenuFile
import Reception

/// One scouting call after its end.
struct ScoutCall: Sendable {
    /// What it came to; nil: the line ended it.
    let stop: ScoutPhone.Stop?
    /// When that was, else when the call ended.
    let stoppedAt: Duration
    /// What was heard.
    let heard: [ScoutPhone.Heard]
    /// The steps that ran, in the order in which they were entered.
    let steps: [StepRecord]
    /// How the call ended.
    let end: CallEnd?
    /// What became of the script.
    let traces: [ActionTrace]
    private let began: Date

    init(
        _ phone: SimulatedPhone, _ seen: ScoutPhone.Seen, _ ledger: MemoryLedger, began: Date, ended: Duration
    ) {
        stop = seen.stop
        stoppedAt = seen.stoppedAt ?? ended
        heard = seen.heard
        steps = ledger.steps.sorted { $0.order < $1.order }
        end = ledger.ends.last
        traces = phone.traces
        self.began = began
    }

    /// Whether all entries were pressed.
    var isPressed: Bool { traces.allSatisfy { $0.done != nil } }

    /// The steps in which the caller hung up, the outermost first.
    var open: [StepRecord] { steps.filter { $0.result == "hung up" } }

    /// When the last of these entries began to be pressed; nil: it was not.
    func pressed(_ entries: [String]) -> Duration? {
        guard let last = entries.last, let done = traces.last?.at else { return nil }
        return done - SimulatedPhone.perKey * (last.count - 1)
    }

    /// When a step was entered for the last time; nil: it was not.
    func entered(_ path: String) -> Duration? {
        steps.last { $0.path == path && !$0.result.hasPrefix("not done: ") }.map { moment($0.entered) }
    }

    /// A moment of the calendar, since the call arrived; a calendar's moments are not quite exact.
    func moment(_ date: Date) -> Duration {
        .microseconds(Int64((date.timeIntervalSince(began) * 1_000_000).rounded()))
    }

    /// Moments of the calendar and of the clock are taken for the same within so much.
    static let slack = Duration.milliseconds(1)
}
