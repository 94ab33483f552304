import Synchronization
import Testing

@testable import FastAGI

@Suite("Session, a secret that Asterisk proves to hold")
struct SessionAuthenticationTests {
    private static let secret = "correct-horse-battery-staple"

    /// Asks an Asterisk whose dialplan holds `held`; gives back what came of it and the lines it was sent.
    private func proves(_ secrets: [String], held: String?) async throws -> (Bool, [String]) {
        let asterisk = AnsweringAsterisk { line in
            guard let held, let nonce = line.split(separator: ":").last?.prefix(while: { $0 != ")" }) else {
                return "200 result=1 ()\n"
            }
            return "200 result=1 (\(SHA1.hexadecimal(Array("\(held):\(nonce)".utf8))))\n"
        }
        let session = try #require(try await Session.begin(over: asterisk))
        return (try await session.proves(secrets.compactMap { SharedSecret($0) }), asterisk.lines)
    }

    @Test("the right secret proves itself, as one of several, too")
    func right() async throws {
        #expect(try await proves([Self.secret], held: Self.secret).0)
        #expect(try await proves(["another-secret-of-many-words", Self.secret], held: Self.secret).0)
    }

    @Test(
        "another secret, none, or one that only begins like it, does not",
        arguments: [
            "another-secret-of-many-words", "", "correct-horse-battery-stapl", "correct-horse-battery-staple ",
        ])
    func wrong(held: String) async throws {
        #expect(try await !proves([Self.secret], held: held).0)
        #expect(try await !proves([Self.secret], held: nil).0)
        #expect(try await !proves([], held: held).0)
    }

    @Test("the secret never crosses the wire, and no nonce comes twice")
    func wire() async throws {
        let first = try await proves([Self.secret], held: Self.secret).1
        let second = try await proves([Self.secret], held: Self.secret).1
        #expect(first.count == 1 && first != second)
        #expect(first[0].hasPrefix(#"GET FULL VARIABLE "${SHA1(${ATTENDANT_SECRET}:"#))
        #expect(!first[0].contains("horse"))
    }

    @Test(
        "what is too short, too long, or would be read by a dialplan is no secret",
        arguments: [
            "", "short", "nineteen-characters", String(repeating: "a", count: 201), "with a blank in the middle",
            "dollar-${sign}-in-the-middle", "comma,comma,comma,comma,comma", "quote\"quote\"quote\"quote",
            "żółć-gęślą-jaźń-żółć",
            "new\nline-in-the-middle-of-it",
        ])
    func noSecret(text: String) { #expect(SharedSecret(text) == nil) }
}

/// A transport that answers each command by what it says.
private final class AnsweringAsterisk: Transport {
    private let answer: @Sendable (String) -> String
    private let state = Mutex((lines: [String](), waiting: Array("agi_network: yes\n\n".utf8)))

    init(_ answer: @escaping @Sendable (String) -> String) { self.answer = answer }

    var lines: [String] { state.withLock { $0.lines } }

    nonisolated(nonsending) func receive() async throws -> [UInt8] {
        state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
    }

    nonisolated(nonsending) func send(_ bytes: [UInt8]) async throws {
        let line = String(decoding: bytes.dropLast(), as: UTF8.self)
        state.withLock { state in
            state.lines.append(line)
            state.waiting += Array(answer(line).utf8)
        }
    }

    func close() {}
}
