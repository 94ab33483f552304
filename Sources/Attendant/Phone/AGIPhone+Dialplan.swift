import FastAGI
import Reception

/// Queues, subroutines and the way back into the dialplan.
extension AGIPhone {
    func queueState(_ queue: String) async throws(PhoneError) -> QueueState? { nil }

    func wait(in request: QueueRequest) async throws(PhoneError) -> QueueOutcome { .failed("") }

    func gosub(_ place: DialplanPlace, arguments: [String]) async throws(PhoneError) -> Bool { false }

    func goTo(_ place: DialplanPlace) async throws(PhoneError) {}
}
