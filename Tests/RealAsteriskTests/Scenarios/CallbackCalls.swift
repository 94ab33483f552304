import Testing

extension RealAsteriskCalls {
    @Suite("A caller who asks to be called back")
    struct CallbackCalls {
        /// Chooses the call back and says yes before the number that is offered was read out; then the thanks play.
        static let confirmed: [CallerStep] = [
            .until(.prompt), .press("4"), .until(.prompt), .wait(0.5), .press("1"), .until(.prompt),
        ]

        @Test("is in the database with the right number, and thanked")
        func stored() async throws {
            let (record, rows) = try await Server.with { server, bed in
                let call = Call(
                    steps: [.until(.prompt), .press("4"), .until(.silence), .press("1"), .wait(30)])
                let record = try await bed.place(call, on: server.address)
                return (record, try await server.rows("select * from callbacks"))
            }
            #expect(rows.count == 1)
            let row = try #require(rows.first)
            #expect(row["number"] == "+447700900001")
            #expect(row["list"] == "office@miller.example")
            #expect(row["status"] == "new")
            #expect(row["is_confirmed"] == "1")
            #expect(row["source"] == "network")
            #expect(row["caller_name"] == "J Smith")
            #expect(row["dialled"] == "5550100")
            #expect(row["label"] == "Call back")
            #expect(try record.end.status == "callback", "\(record.story)")
            let thanks = try #require(try record.prompts().last)
            let place = try #require(try record.heard().find(thanks))
            #expect(place.likeness > 0.9)
            #expect(record.rings.isEmpty)
        }

        @Test("is in the database already when the thanks begin, even if the server dies in that moment")
        func committedBeforeThanked() async throws {
            let (record, rows) = try await Server.with { server, bed in
                let call = Call(
                    steps: Self.confirmed + [.wait(10)], telephones: ["290": .answers()],
                    variables: FallbackCalls.fallback)
                let record = try await bed.place(call, on: server.address) { await server.kill() }
                return (record, try await server.rows("select * from callbacks"))
            }
            #expect(rows.map { $0["number"] } == ["+447700900001"])
            #expect(rows.map { $0["status"] } == ["new"])
            #expect(record.answered == ["290"], "\(record.story)")
        }

        @Test("types another number when the own is withheld")
        func typed() async throws {
            let (record, rows) = try await Server.with { server, bed in
                let call = Call(
                    hidden: true,
                    steps: [
                        .until(.prompt), .press("4"), .until(.prompt), .press("07700900002#"), .until(.silence),
                        .press("1"), .wait(30),
                    ])
                let record = try await bed.place(call, on: server.address)
                return (record, try await server.rows("select * from callbacks"))
            }
            #expect(rows.map { $0["number"] } == ["+447700900002"])
            #expect(rows.map { $0["source"] } == ["typed"])
            #expect(rows.map { $0["is_confirmed"] } == ["1"])
            #expect(try record.end.status == "callback", "\(record.story)")
        }

        @Test("is offered it when nobody can be reached")
        func offered() async throws {
            let (record, rows) = try await Server.with { server, bed in
                let call = Call(
                    steps: [.until(.prompt), .press("1"), .until(.silence), .press("1"), .wait(30)],
                    telephones: ["201": .busy(), "202": .rejects])
                let record = try await bed.place(call, on: server.address)
                return (record, try await server.rows("select * from callbacks"))
            }
            #expect(record.rings.map(\.phone) == ["201", "202"], "\(record.story)")
            #expect(rows.map { $0["number"] } == ["+447700900001"])
            #expect(rows.map { $0["status"] } == ["new"])
            #expect(rows.map { $0["reason"] } == ["1 Repairs"])
            #expect(try record.end.status == "callback", "\(record.story)")
        }
    }
}
