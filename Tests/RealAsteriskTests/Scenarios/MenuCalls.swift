import Foundation
import Testing

extension RealAsteriskCalls {
    @Suite("A caller in the menu")
    struct MenuCalls {
        @Test("hears the whole menu, soon, as loud as it should be, as long as its file")
        func heard() async throws {
            let record = try await Server.with { server, bed in
                try await bed.place(Call(steps: [.until(.silence), .wait(0.5)]), on: server.address)
            }
            let heard = try record.heard()
            let menu = try #require(try record.prompts().first)
            let place = try #require(heard.find(menu, least: 3))
            #expect(place.likeness > 0.9)
            #expect(place.at + menu.leadingSilence < 1.5, "the first word comes within 1.5 s")
            let length = heard.seconds(of: menu, from: place.at)
            #expect(abs(length - menu.seconds) < 0.15 * menu.seconds)
            let said = heard.part(from: place.at, to: place.at + menu.seconds)
            #expect(abs(said.soundingSeconds - menu.soundingSeconds) < 0.15 * menu.soundingSeconds)
            let level = try #require(said.speechLevel)
            #expect((-26 ... -12).contains(level))
            #expect(said.peak < -0.5)
            print("menu: \(menu.seconds) s, heard \(length) s from \(place.at) s on, \(level) dBFS, peak \(said.peak)")
        }

        @Test("is put through by 1, and the telephone shows what for")
        func ring() async throws {
            let (record, row) = try await Server.with { server, bed in
                let call = Call(
                    steps: [.until(.prompt), .wait(1), .press("1"), .wait(30)],
                    telephones: ["201": .answers(after: 1, talks: 2)])
                let record = try await bed.place(call, on: server.address)
                let rows = try await server.rows("select * from calls where outcome is not null", count: 1)
                return (record, try #require(rows.first))
            }
            let ring = try #require(record.rings.first)
            #expect(record.rings.count == 1)
            #expect(ring.phone == "201")
            #expect(ring.name == "Repairs: J Smith")
            #expect(ring.number == "+447700900001")
            #expect(ring.label == "Repairs")
            #expect(ring.path == "1 Repairs")
            #expect(record.answered == ["201"], "\(record.story)")
            #expect(try record.end.status == "talked", "\(record.story)")
            #expect(row["outcome"] == "talked")
            #expect(row["label"] == "Repairs")
            #expect(row["number"] == "+447700900001")
            #expect(row["dialled"] == "5550100")
            let seconds = try #require(row["seconds_to_person"].flatMap(Double.init))
            let answered = try #require(record.events.first { $0.is("caller", "answered") })
            #expect(abs(seconds - (ring.at - answered.at)) < 0.5, "to the ringing: Asterisk tells no more")
        }

        @Test("is given to the second fitter when the first is busy")
        func second() async throws {
            let record = try await Server.with { server, bed in
                let call = Call(
                    steps: [.until(.prompt), .press("1"), .wait(30)],
                    telephones: ["201": .busy(), "202": .answers()])
                return try await bed.place(call, on: server.address)
            }
            #expect(record.rings.map(\.phone) == ["201", "202"], "\(record.story)")
            #expect(record.rings.map(\.name) == ["Repairs: J Smith", "Repairs: J Smith"])
            #expect(record.answered == ["202"], "\(record.story)")
            #expect(try record.end.status == "talked", "\(record.story)")
        }

        @Test("of a second menu reaches what is in it, and its path is shown")
        func submenu() async throws {
            let record = try await Server.with { server, bed in
                let call = Call(
                    steps: [.until(.prompt), .press("3"), .until(.prompt), .wait(0.5), .press("2"), .wait(30)],
                    telephones: ["203": .answers()])
                return try await bed.place(call, on: server.address)
            }
            let ring = try #require(record.rings.first)
            #expect(ring.phone == "203")
            #expect(ring.name == "Electricity: J Smith")
            #expect(ring.path == "3 A new boiler › 2 Electricity" || ring.path == "3 New boiler › 2 Electricity")
        }

        @Test("reaches the operator by 0")
        func zero() async throws {
            let record = try await Server.with { server, bed in
                let call = Call(
                    steps: [.until(.prompt), .wait(0.5), .press("0"), .wait(30)], telephones: ["200": .answers()])
                return try await bed.place(call, on: server.address)
            }
            #expect(record.rings.map(\.phone) == ["200"], "\(record.story)")
            #expect(record.rings.first?.name == "Operator: J Smith")
            #expect(record.answered == ["200"], "\(record.story)")
            #expect(try record.end.status == "talked", "\(record.story)")
        }

        @Test("who says nothing reaches the operator, too")
        func silent() async throws {
            let record = try await Server.with { server, bed in
                let call = Call(steps: [.wait(80)], telephones: ["200": .answers()], limit: .seconds(90))
                return try await bed.place(call, on: server.address)
            }
            #expect(record.answered == ["200"], "\(record.story)")
        }

        @Test("whose name is hostile reaches a telephone that shows it, and nothing else happens")
        func hostileName() async throws {
            let name = "Bobby\" Tables, ;#\\ ${CHANNEL} & Co"
            let record = try await Server.with { server, bed in
                let call = Call(
                    name: name, steps: [.until(.prompt), .press("1"), .wait(30)], telephones: ["201": .answers()])
                return try await bed.place(call, on: server.address)
            }
            #expect(record.rings.map(\.phone) == ["201"], "\(record.story)")
            #expect(record.rings.first?.name == "Repairs: \(name)")
            #expect(try record.end.status == "talked", "\(record.story)")
        }
    }
}
