public import Foundation
public import Reception
import Synchronization

/// A ledger that forgets: what a rehearsed call would have left behind, for whoever looks at the call.
public final class MemoryLedger: CallLedger {
    private let state = Mutex(State())

    private struct State {
        var starts: [CallStart] = []
        var steps: [StepRecord] = []
        var moments: [CallMoment] = []
        var ends: [CallEnd] = []
        var callbacks: [CallbackRequest] = []
        var messages: [MessageRecord] = []
    }

    /// How a commit goes: nil stores it, an error refuses it (a disk that is full, say).
    public let refusal: LedgerError?
    /// Lists on which the caller is already, and the place there.
    public let listed: [String: Int]
    /// Earlier calls of every number; nil: those that began here.
    public let callsToday: Int?

    /// An empty ledger.
    public init(refusing refusal: LedgerError? = nil, listed: [String: Int] = [:], callsToday: Int? = nil) {
        self.refusal = refusal
        self.listed = listed
        self.callsToday = callsToday
    }

    /// The calls that began.
    public var starts: [CallStart] { state.withLock { $0.starts } }
    /// The steps, in the order in which they ended.
    public var steps: [StepRecord] { state.withLock { $0.steps } }
    /// What happened, in the order in which it was noted.
    public var moments: [CallMoment] { state.withLock { $0.moments } }
    /// The calls that ended.
    public var ends: [CallEnd] { state.withLock { $0.ends } }
    /// The requests, those that a hang-up left included.
    public var callbacks: [CallbackRequest] { state.withLock { $0.callbacks } }
    /// The messages.
    public var messages: [MessageRecord] { state.withLock { $0.messages } }

    /// Keeps it.
    public func callStarted(_ call: CallStart) { state.withLock { $0.starts.append(call) } }

    /// Keeps it.
    public func stepTaken(_ step: StepRecord) { state.withLock { $0.steps.append(step) } }

    /// Keeps it.
    public func happened(_ moment: CallMoment) { state.withLock { $0.moments.append(moment) } }

    /// Keeps it, and the request that it leaves.
    public func callEnded(_ call: CallEnd) {
        state.withLock { state in
            state.ends.append(call)
            if let left = call.leaves { state.callbacks.append(left) }
        }
    }

    /// Keeps it, or refreshes the one of the same number and list.
    public func commit(_ request: CallbackRequest) async throws(LedgerError) -> CallbackReceipt {
        if let refusal { throw refusal }
        return state.withLock { state in
            let same = state.callbacks.firstIndex { $0.list == request.list && $0.number == request.number }
            if let same {
                state.callbacks[same] = request
                let place = state.callbacks[...same].count { $0.list == request.list }
                return CallbackReceipt(id: Int64(same + 1), isNew: false, place: place)
            }
            state.callbacks.append(request)
            if let place = listed[request.list] {
                return CallbackReceipt(id: Int64(state.callbacks.count), isNew: false, place: place)
            }
            let place = state.callbacks.count { $0.list == request.list }
            return CallbackReceipt(id: Int64(state.callbacks.count), isNew: true, place: place)
        }
    }

    /// Keeps it.
    public func keep(_ message: MessageRecord) async throws(LedgerError) {
        if let refusal { throw refusal }
        state.withLock { $0.messages.append(message) }
    }

    /// Calls that began here since then.
    public func earlierCalls(of number: String, since: Date) -> Int {
        callsToday ?? state.withLock { $0.starts.count { $0.number == number && $0.at >= since } }
    }
}
