@testable import FakeAsterisk

extension Channel {
    /// Sends a command and lets time pass until it is answered.
    ///
    /// - Returns: the lines that came, and when the last of them did.
    mutating func ask(_ command: String, at now: Duration = .zero) -> (lines: [String], at: Duration) {
        receive(Array((command + "\n").utf8), at: now)
        var time = now
        while isBusy, let next = deadline {
            time = max(time, next)
            advance(to: time)
        }
        return (takeOutput(), time)
    }

    /// Sends a command and gives what is said at once.
    mutating func begin(_ command: String, at now: Duration = .zero) -> [String] {
        receive(Array((command + "\n").utf8), at: now)
        return takeOutput()
    }
}
