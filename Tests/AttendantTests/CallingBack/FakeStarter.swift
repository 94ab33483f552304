import Synchronization

@testable import Attendant

/// An Asterisk that does with each call what the test says.
final class FakeStarter: CallStarter {
    enum Fate { case unanswered, ignored, answered, refused }

    struct Started: StartedCall {
        let owner: FakeStarter
        let fate: Fate
        let number: Int

        func isUnderWay() async -> Bool { fate == .ignored || fate == .answered }
        func withdraw() async { owner.state.withLock { $0.withdrawn.append(number) } }
    }

    let state: Mutex<(fates: [Fate], calls: [AgentCall], withdrawn: [Int])>
    let onAnswer: @Sendable (AgentCall) async -> Void

    init(_ fates: [Fate], onAnswer: @escaping @Sendable (AgentCall) async -> Void = { _ in }) {
        state = Mutex((fates, [], []))
        self.onAnswer = onAnswer
    }

    var channels: [String] { state.withLock { $0.calls.map(\.channel) } }
    var withdrawn: [Int] { state.withLock { $0.withdrawn } }

    func start(_ call: AgentCall) async throws(CallStartError) -> any StartedCall {
        let (fate, number) = state.withLock { state in
            state.calls.append(call)
            return (state.fates.isEmpty ? Fate.unanswered : state.fates.removeFirst(), state.calls.count)
        }
        if fate == .refused { throw CallStartError(words: "no room") }
        if fate == .answered { await onAnswer(call) }
        return Started(owner: self, fate: fate, number: number)
    }
}
