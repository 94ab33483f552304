import Foundation
import Reception
import Rehearsal

/// A ledger whose promises take their time on the call's clock.
struct SlowLedger: CallLedger {
    let inner: MemoryLedger
    let clock: VirtualClock
    let takes: Duration

    func callStarted(_ call: CallStart) { inner.callStarted(call) }

    func stepTaken(_ step: StepRecord) { inner.stepTaken(step) }

    func happened(_ moment: CallMoment) { inner.happened(moment) }

    func callEnded(_ call: CallEnd) { inner.callEnded(call) }

    func commit(_ request: CallbackRequest) async throws(LedgerError) -> CallbackReceipt {
        await clock.sleep(for: takes)
        return try await inner.commit(request)
    }

    func keep(_ message: MessageRecord) async throws(LedgerError) {
        await clock.sleep(for: takes)
        try await inner.keep(message)
    }

    func earlierCalls(of number: String, since: Date) -> Int { inner.earlierCalls(of: number, since: since) }
}

/// Sounds that are there, but for one that takes its time on the call's clock and comes to nothing.
struct SlowPrompts: PromptLibrary {
    let slow: String
    let clock: VirtualClock
    let takes: Duration

    func ready(_ prompt: Prompt) -> Sound? { prompt.text.contains(slow) ? nil : EstimatedPrompts().ready(prompt) }

    func sound(of prompt: Prompt) async throws(PromptError) -> Sound {
        await clock.sleep(for: takes)
        throw .synthesis("it took longer than \(takes)")
    }
}

/// A clock whose calendar goes back an hour in the middle of a call, as when somebody corrects it.
struct SetBackClock: CallClock {
    let inner: VirtualClock
    let at: Duration

    var now: Date { inner.uptime < at ? inner.now : inner.now.addingTimeInterval(-3_600) }

    var uptime: Duration { inner.uptime }
}
