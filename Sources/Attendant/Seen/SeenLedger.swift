import Foundation
import Reception

/// A ledger whose calls are seen by the gauges, too.
struct SeenLedger: CallLedger {
    let ledger: any CallLedger
    let gauges: Gauges

    func callStarted(_ call: CallStart) {
        gauges.began(call)
        ledger.callStarted(call)
    }

    func stepChanged(_ call: String, to path: String) {
        gauges.moved(call, to: path)
        ledger.stepChanged(call, to: path)
    }

    func stepTaken(_ step: StepRecord) { ledger.stepTaken(step) }

    func happened(_ moment: CallMoment) { ledger.happened(moment) }

    func callEnded(_ call: CallEnd) {
        gauges.ended(call.call, call.outcome)
        ledger.callEnded(call)
    }

    func commit(_ request: CallbackRequest) async throws(LedgerError) -> CallbackReceipt {
        try await measured { () async throws(LedgerError) in try await ledger.commit(request) }
    }

    func keep(_ message: MessageRecord) async throws(LedgerError) {
        try await measured { () async throws(LedgerError) in try await ledger.keep(message) }
    }

    func earlierCalls(of number: String, since: Date) -> Int { ledger.earlierCalls(of: number, since: since) }

    private func measured<Value>(
        _ body: () async throws(LedgerError) -> Value
    ) async throws(LedgerError) -> Value {
        let began = gauges.now()
        do throws(LedgerError) {
            let value = try await body()
            gauges.promised(in: gauges.now() - began, isDone: true)
            return value
        } catch {
            gauges.promised(in: gauges.now() - began, isDone: false)
            throw error
        }
    }
}
