import Foundation
import Testing

extension RealAsteriskCalls {
    /// A server that asks Asterisk to prove that it holds a secret: `--agi-secret-file`.
    @Suite("A server that asks for a secret")
    struct SecretCalls {
        private static let secret = "correct-horse-battery-staple"

        @Test("takes the call of an Asterisk whose dialplan holds it")
        func right() async throws {
            let (record, said) = try await call(
                holding: Self.secret, steps: [.until(.prompt), .press("2"), .wait(30)])
            #expect(record.rings.map(\.phone) == ["203"], "\(record.story)")
            #expect(try record.end.status == "talked", "\(record.story)")
            #expect(record.commands.first?.text.contains("SHA1(${ATTENDANT_SECRET}:") == true, "\(record.story)")
            #expect(!record.story.contains(Self.secret) && !said.contains(Self.secret))
        }

        @Test(
            "leaves the call of one that holds another, or none, to the fallback, and says so in one line",
            arguments: [
                "another-secret-of-many-words", "correct-horse-battery-stapl", nil,
            ])
        func wrong(held: String?) async throws {
            let (record, said) = try await call(holding: held, steps: [.wait(30)])
            #expect(record.rings.map(\.phone) == ["290"] && record.answered == ["290"], "\(record.story)")
            #expect(try record.end.status.isEmpty, "\(record.story)")
            #expect(record.commands.count == 1, "\(record.story)")
            let lines = said.split(separator: "\n").filter { $0.contains("connection without the secret") }
            #expect(lines.count == 1 && lines[0].contains("127.0.0.1"), "\(said)")
            #expect(!said.contains(Self.secret))
            if let held { #expect(!said.contains(held)) }
        }

        /// One call to a server with a file of secrets, and all that the server said.
        private func call(holding held: String?, steps: [CallerStep]) async throws -> (CallRecord, String) {
            let bed = try Bed.current
            let file = bed.folder.appending(path: "secrets-\(UUID().uuidString)")
            try Data("# of this bed\n\(Self.secret)\n".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            let server = try await Server.start(
                menus: ["reception"], flags: ["--agi-secret-file", file.path], on: bed)
            do {
                let variables = held.map { ["ATTENDANT_SECRET": $0] } ?? [:]
                let record = try await bed.place(
                    Call(
                        steps: steps,
                        telephones: ["203": .answers(), "290": .answers()],
                        variables: FallbackCalls.fallback.merging(variables) { $1 }), on: server.address)
                try await server.stop()
                return (record, await server.said)
            } catch {
                await server.kill()
                throw error
            }
        }
    }
}
