import Foundation
import Testing

extension RealAsteriskCalls {
    /// What the dialplan of asterisk-conf/ does with a call that Attendant does not take, or loses.
    @Suite("A caller whom Attendant cannot serve")
    struct FallbackCalls {
        /// The settings of a user who wants such calls at the telephone 290.
        static let fallback = ["ATTENDANT_FALLBACK": "Local/290@phones/n", "ATTENDANT_FALLBACK_SECONDS": "5"]
        /// Nobody listens at port 1.
        private static let nowhere = "127.0.0.1:1"

        @Test("because the server is down reaches the fallback")
        func down() async throws {
            let call = Call(
                steps: [.wait(30)], telephones: ["290": .answers(after: 1, talks: 2)], variables: Self.fallback)
            let record = try await Bed.current.place(call, on: Self.nowhere)
            #expect(record.answered == ["290"], "\(record.story)")
            #expect(record.rings.first?.name == "J Smith")
            #expect(try record.end.agiStatus == "FAILURE", "\(record.story)")
        }

        @Test("is served by the second server when the first is down")
        func secondServer() async throws {
            let record = try await Server.with { server, bed in
                let call = Call(
                    steps: [.until(.prompt), .press("2"), .wait(30)], telephones: ["203": .answers()],
                    variables: Self.fallback.merging(["ATTENDANT_SECOND": server.address]) { $1 })
                return try await bed.place(call, on: Self.nowhere)
            }
            #expect(record.rings.map(\.phone) == ["203"], "\(record.story)")
            #expect(try record.end.status == "talked", "\(record.story)")
        }

        @Test("hears that nobody is there, not silence, where nothing else is set up")
        func sorry() async throws {
            let record = try await Bed.current.place(Call(steps: [.wait(30)]), on: Self.nowhere)
            let heard = try record.heard()
            #expect(heard.leadingSilence < 1.5)
            #expect(heard.soundingSeconds > 2)
            #expect(record.rings.isEmpty)
        }

        @Test("hears it too when the fallback's telephone does not answer")
        func fallbackBusy() async throws {
            let call = Call(steps: [.wait(30)], telephones: ["290": .neverAnswers], variables: Self.fallback)
            let record = try await Bed.current.place(call, on: Self.nowhere)
            #expect(record.rings.map(\.phone) == ["290"], "\(record.story)")
            #expect(record.answered.isEmpty)
            #expect(try record.heard().soundingSeconds > 2)
        }

        @Test("can leave a message where a mailbox is set up")
        func mailbox() async throws {
            let bed = try Bed.current
            let call = Call(
                // # passes over the greeting, and ends the message
                steps: [.wait(2), .press("#"), .wait(1), .speak(3), .press("#"), .wait(10)],
                variables: ["ATTENDANT_MAILBOX": "290@default"])
            let record = try await bed.place(call, on: Self.nowhere)
            #expect(record.rings.isEmpty, "\(record.story)")
            let message = try Sound(wave: bed.folder.appending(path: "spool/voicemail/default/290/INBOX/msg0000.wav"))
            #expect(abs(message.soundingSeconds - 3) < 0.6)
        }

        @Test("because there is no such menu reaches the fallback")
        func notFound() async throws {
            let record = try await Server.with { server, bed in
                let call = Call(
                    menu: "no-such-menu", steps: [.wait(30)], telephones: ["290": .answers()],
                    variables: Self.fallback)
                return try await bed.place(call, on: server.address)
            }
            #expect(record.answered == ["290"], "\(record.story)")
            #expect(try record.end.status == "not-found", "\(record.story)")
        }

        @Test("because the server dies while the menu plays reaches the fallback")
        func killedInMenu() async throws {
            let record = try await killed(steps: [.until(.prompt), .wait(30)], telephones: [:])
            #expect(record.rings.map(\.phone) == ["290"], "\(record.story)")
            #expect(record.answered == ["290"], "\(record.story)")
        }

        @Test("because the server dies while it rings reaches the fallback")
        func killedWhileRinging() async throws {
            let record = try await killed(
                steps: [.until(.prompt), .press("1"), .until(.rings("201")), .wait(30)],
                telephones: ["201": .busy(after: 2)])
            #expect(record.rings.map(\.phone) == ["201", "290"], "\(record.story)")
            #expect(record.answered == ["290"], "\(record.story)")
        }

        @Test("is left alone when the server dies while the caller talks")
        func killedInTalk() async throws {
            let record = try await killed(
                steps: [.until(.prompt), .press("1"), .until(.answered("201")), .wait(30)],
                telephones: ["201": .answers(after: 0.5, talks: 3)])
            #expect(record.rings.map(\.phone) == ["201"], "\(record.story)")
            let talk = record.events.filter { $0.who == "phone" && ["answered", "ended"].contains($0.what) }.map(\.at)
            #expect(talk.count == 2 && talk[1] - talk[0] > 2.8, "the talk goes on to its own end")
        }

        private func killed(steps: [CallerStep], telephones: [String: Telephone]) async throws -> CallRecord {
            try await Server.with { server, bed in
                let call = Call(
                    steps: steps, telephones: telephones.merging(["290": .answers()]) { $1 }, variables: Self.fallback)
                return try await bed.place(call, on: server.address) { await server.kill() }
            }
        }
    }
}
