import Foundation
import Testing
import TinyWeb

extension RealAsteriskCalls {
    @Suite("A caller of a line that asks a web service")
    struct ClinicCalls {
        static let found = #"{ "visit": { "id": 77, "doctor": "Anna Nowak" } }"#

        /// A server of the menu `clinic` whose web service knows the caller's visit.
        static func with<Value: Sendable>(
            reply: String = found, _ body: @escaping @Sendable (Server, Bed, TinyWeb) async throws -> Value
        ) async throws -> Value {
            let bed = try Bed.current
            let head =
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(reply.utf8.count)\r\n\r\n"
            return try await TinyWeb.answering(text: head + reply) { web in
                try await Bed.$running.withValue(bed) {
                    try await Server.with(menus: ["clinic"], web: web.port) { server, bed in
                        try await body(server, bed, web)
                    }
                }
            }
        }

        @Test("is offered the visit that the service knows, and the telephone shows its number")
        func visit() async throws {
            let (record, lines) = try await Self.with { server, bed, web in
                let call = Call(
                    menu: "clinic", steps: [.until(.prompt), .wait(0.5), .press("1"), .wait(30)],
                    telephones: ["201": .answers()])
                return (try await bed.place(call, on: server.address), web.requests.map(\.line))
            }
            #expect(lines == ["GET /visits/next?phone=%2B447700900001 HTTP/1.1"])
            #expect(record.rings.map(\.name) == ["Visit 77: J Smith"], "\(record.story)")
            #expect(record.answered == ["201"], "\(record.story)")
            #expect(record.commands.contains { $0.text.contains("Dial") && $0.text.contains("A(") }, "whispered")
        }

        @Test("who presses the key of a choice that is not there is not put through by it")
        func noVisit() async throws {
            let record = try await Self.with(reply: #"{ "visit": null }"#) { server, bed, _ in
                let call = Call(
                    menu: "clinic",
                    steps: [
                        .until(.prompt), .wait(0.5), .press("1"), .until(.prompt), .wait(0.5), .press("0"), .wait(30),
                    ],
                    telephones: ["200": .answers(), "201": .answers()])
                return try await bed.place(call, on: server.address)
            }
            #expect(record.rings.map(\.phone) == ["200"], "\(record.story)")
        }

        @Test("types a date of birth that reaches the service and no row")
        func birthday() async throws {
            let (record, bodies, rows) = try await Self.with { server, bed, web in
                let call = Call(
                    menu: "clinic",
                    steps: [
                        .until(.prompt), .wait(0.5), .press("5"), .until(.prompt), .press("03041985"), .until(.prompt),
                        .wait(0.5),
                        .press("1"), .wait(30),
                    ])
                let record = try await bed.place(call, on: server.address)
                return (record, web.requests.map(\.body), try await server.rows("select * from call_steps"))
            }
            #expect(bodies.last == #"{"birthday":"1985-04-03","visit":77}"#, "\(record.story)")
            #expect(!rows.isEmpty)
            #expect(!rows.contains { $0.values.contains { $0.contains("1985") || $0.contains("0304") } }, "\(rows)")
            #expect(try record.end.status == "goodbye", "\(record.story)")
        }

        @Test("hears what a subroutine of the dialplan found, which was given each argument whole")
        func subroutine() async throws {
            let record = try await Self.with { server, bed, _ in
                let call = Call(menu: "clinic", steps: [.until(.prompt), .wait(0.5), .press("3"), .wait(30)])
                return try await bed.place(call, on: server.address)
            }
            let ran = try #require(record.events.first { $0.is("subroutine", "ran") }, "\(record.story)")
            #expect(ran.details == ["first": "J Smith", "second": "a,b", "third": "${CHANNEL}"])
            #expect(try record.end.status == "goodbye", "\(record.story)")
        }

        @Test("is handed over to the dialplan with label, name and variables")
        func dialplan() async throws {
            let (record, rows) = try await Self.with { server, bed, _ in
                let call = Call(menu: "clinic", steps: [.until(.prompt), .wait(0.5), .press("4"), .wait(30)])
                let record = try await bed.place(call, on: server.address)
                return (record, try await server.rows("select * from calls where outcome is not null", count: 1))
            }
            let reached = try #require(record.events.first { $0.is("elsewhere", "reached") }, "\(record.story)")
            #expect(reached.details["label"] == "Night")
            #expect(reached.details["name"] == "Night: J Smith")
            #expect(reached.details["visit"] == "77")
            #expect(reached.details["status"] == "handed-over")
            #expect(rows.first?["outcome"] == "handed-over")
        }
    }
}
