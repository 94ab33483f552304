import Foundation
import Testing

extension RealAsteriskCalls {
    @Suite("Who asks at night to be called back")
    struct CallbackDeskCalls {
        private static let steps: [CallerStep] = [
            .until(.prompt), .press("1"), .until(.silence), .press("1"), .wait(30),
        ]

        /// A Tuesday.
        private static func flags(_ bed: Bed, mail: String) -> [String] {
            [
                "--spool", bed.folder.appending(path: "spool/outgoing").path, "--mailcmd", mail, "--mail-from",
                "attendant@miller.example", "--callerid", "+442079460001",
            ]
        }

        @Test("is told a place when asking again, and is connected in the morning")
        func wholeWay() async throws {
            try await MailServer.receiving { mails in
                let bed = try Bed.current
                let flags = Self.flags(bed, mail: mails.command ?? "/bin/cat")
                let night = try await Self.night(bed, flags)
                if mails.command == nil {
                    print("skipped: the mail of a callback: /usr/bin/msmtp is not there (Debian: apt install msmtp)")
                } else {
                    let mail = try await eventually("the mail", within: .seconds(20)) { mails.mails.first }
                    #expect(mail.contains("To: anna@miller.example"), "\(mail)")
                    #expect(mail.contains("+447700900001"), "\(mail)")
                }
                try await night.stop()
                try await Self.morning(bed, flags, night.data)
            }
        }

        /// Two calls of one number: one row, and the second hears its place.
        private static func night(_ bed: Bed, _ flags: [String]) async throws -> Server {
            let server = try await Server.start(
                menus: ["desk"], flags: flags, environment: ["ATTENDANT_CLOCK": "2026-03-03T21:00:00Z"], on: bed)
            let first = try await bed.place(Call(menu: "desk", steps: steps), on: server.address)
            #expect(try first.end.status == "callback", "\(first.story)")
            let second = try await bed.place(Call(menu: "desk", steps: steps), on: server.address)
            #expect(try second.end.status == "callback", "\(second.story)")
            // "You are already on our list" is no prompt of the first call.
            #expect(second.played.last != first.played.last)
            let rows = try await server.rows("select * from callbacks")
            #expect(rows.map { $0["status"] } == ["new"])
            #expect(rows.map { $0["asked"] } == ["2"])
            #expect(rows.first?["due_at"]?.hasPrefix("2026-03-04T09:00") == true, "\(rows)")
            return server
        }

        /// Anna's telephone rings, she presses 1, and both talk.
        private static func morning(_ bed: Bed, _ flags: [String], _ data: URL) async throws {
            let server = try await Server.start(
                menus: ["desk"], home: data, flags: flags,
                environment: ["ATTENDANT_CLOCK": "2026-03-04T08:00:05Z"], on: bed)
            do {
                _ = try await eventually("the caller to be called", within: .seconds(60)) {
                    try await server.rows("select * from callbacks where status = 'done'").first
                }
            } catch {
                print("the server said: \(await server.said)")
                await server.kill()
                throw error
            }
            let attempts = try await server.rows("select * from callback_attempts")
            #expect(attempts.map { $0["result"] } == ["talked"])
            #expect(attempts.map { $0["agent"] } == ["anna"])
            let seconds = try #require(attempts.first?["seconds_talked"].flatMap { Double($0) })
            // The caller's telephone rings for a second, is answered, and hangs up three seconds later.
            #expect((2.5...3.9).contains(seconds), "\(seconds)")
            #expect(attempts.first?["connected_at"]?.isEmpty == false, "\(attempts)")
            #expect(try await bed.console("database get desk called").contains("+447700900001"))
            #expect(try await bed.console("database get desk shown").contains("+442079460001"))
            try await server.stop()
        }
    }
}

extension CallRecord {
    /// The files that were played, in order.
    fileprivate var played: [String] { commands.compactMap(\.plays) }
}
