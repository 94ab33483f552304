import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Processes that a server has started.
enum ChildProcess {
    private struct Status {
        let name: String
        let state: String
        let parent: Int32
    }

    /// The one that speaks for a server.
    static func speaking(for server: Int32) throws -> Int32? {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { Int32($0) }.first { number in
            guard let status = status(number) else { return false }
            return status.parent == server && status.name == "attendant-speak" && status.state != "Z"
        }
    }

    /// The one that speaks for a server, when there is one.
    static func waitsForOne(speakingFor server: Int32) async throws -> Int32 {
        while true {
            if let number = try speaking(for: server) { return number }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Whether it is gone; one that nobody has reaped yet is.
    static func isGone(_ number: Int32) -> Bool {
        status(number).map { ["Z", "X"].contains($0.state) } ?? true
    }

    /// Returns when it is gone; the test's time limit ends a wait for one that stays. The kernel tells nobody but the
    /// parent of an end, so it is looked at again and again.
    static func waitsForEnd(of number: Int32) async throws {
        while !isGone(number) { try await Task.sleep(for: .milliseconds(20)) }
    }

    private static func status(_ number: Int32) -> Status? {
        guard let data = FileManager.default.contents(atPath: "/proc/\(number)/stat") else { return nil }
        let text = String(decoding: data, as: UTF8.self)
        guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")") else { return nil }
        let rest = text[close...].dropFirst(2).split(separator: " ")
        guard rest.count > 1, let parent = Int32(rest[1]) else { return nil }
        return Status(name: String(text[open..<close].dropFirst()), state: String(rest[0]), parent: parent)
    }
}
