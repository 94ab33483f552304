internal import Foundation
internal import Reception
internal import Synchronization

#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// One request under way: gathers what comes, and decides once what the reply is.
final class Exchange: Sendable {
    private struct State {
        var status: Int?
        var body: [UInt8] = []
        var reply: WebReply?
        var waiter: CheckedContinuation<WebReply, Never>?
    }

    private let state = Mutex(State())

    /// The reply, once there is one. For one task; when it is cancelled, the exchange is given up.
    func reply() async -> WebReply {
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                let reply = state.withLock { state in
                    if state.reply == nil { state.waiter = waiter }
                    return state.reply
                }
                if let reply { waiter.resume(returning: reply) }
            }
        } onCancel: {
            finish { _ in .refused("given up: nobody waits for it any more") }
        }
    }

    /// The head of the reply has come. A body that says of itself that it is too large is not waited for.
    func began(status: Int, length: Int64) {
        state.withLock { $0.status = status }
        if length > Int64(WebRequest.longestReply) { finish { _ in .tooLarge(status: status) } }
    }

    /// A part of the body has come.
    func received(_ data: Data) {
        let isTooMuch = state.withLock { state in
            guard state.reply == nil else { return false }
            guard state.body.count + data.count <= WebRequest.longestReply else { return true }
            state.body.append(contentsOf: data)
            return false
        }
        if isTooMuch { finish { .tooLarge(status: $0.status ?? 0) } }
    }

    /// The service wants a password that nobody has: its status is the reply, without a body.
    func challenged(status: Int) { finish { _ in .answered(status: status, body: []) } }

    /// Nothing more will come.
    func ended(_ error: (any Error)?) {
        finish { state in
            if let error { return Self.reply(to: error) }
            guard let status = state.status else { return .refused("the service closed without a reply") }
            return .answered(status: status, body: state.body)
        }
    }

    private static func reply(to error: any Error) -> WebReply {
        if (error as? URLError)?.code == .timedOut { return .timeout }
        return .refused(error.localizedDescription)
    }

    /// The first reply counts.
    private func finish(_ reply: (State) -> WebReply) {
        let resumed = state.withLock { state -> (CheckedContinuation<WebReply, Never>, WebReply)? in
            guard state.reply == nil else { return nil }
            let reply = reply(state)
            state.reply = reply
            state.body = []
            return state.waiter.take().map { ($0, reply) }
        }
        if let (waiter, reply) = resumed { waiter.resume(returning: reply) }
    }
}
