import Foundation
import Synchronization

@testable import Speech

/// Shell scripts that behave as a worker does, or as none should.
enum FakeWorker {
    /// The greeting: 22,050 samples a second, and the identity "fk".
    static let greeting = #"printf 'R\006\000\000\000\042\126\000\000fk'"#
    /// Takes one request.
    static let request = "dd bs=70000 count=1 >/dev/null 2>&1"
    /// Answers with two samples, 1 and 2.
    static let answer = #"printf 'P\004\000\000\000\001\000\002\000'"#
    /// What they are.
    static let samples: [Int16] = [1, 2]
    /// Answers every request.
    static let faithful = "while \(request); do \(answer); done"

    static let voice = SpokenVoice(language: "en", name: "en-us")

    /// A supervisor of such a script, which greets first.
    static func process(
        _ script: String, greeting: String = greeting, answer: Duration = .seconds(20), clock: HeldNow = HeldNow(),
        faults: Faults = Faults()
    ) throws -> ESpeakProcess {
        var times = ESpeakProcess.Times()
        times.answer = answer
        return try ESpeakProcess(
            ["/bin/sh", "-c", "\(greeting)\n\(script)"], name: "sh", times: times, now: { clock.now },
            onFault: { faults.add($0) })
    }

    /// Whether a process is there, be it as a zombie.
    static func isThere(_ process: pid_t) -> Bool { kill(process, 0) == 0 }
}

/// A moment that stands still until it is moved.
final class HeldNow: Sendable {
    private let moment = Mutex(ContinuousClock.now)

    var now: ContinuousClock.Instant { moment.withLock { $0 } }

    func advance(by time: Duration) { moment.withLock { $0 += time } }
}

/// What a supervisor told.
final class Faults: Sendable {
    private let faults = Mutex<[ESpeakProcess.Fault]>([])

    var all: [ESpeakProcess.Fault] { faults.withLock { $0 } }

    func add(_ fault: ESpeakProcess.Fault) { faults.withLock { $0.append(fault) } }
}
