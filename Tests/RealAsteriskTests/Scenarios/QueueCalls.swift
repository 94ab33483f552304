import Testing

extension RealAsteriskCalls {
    @Suite("A caller who waits in a queue")
    struct QueueCalls {
        @Test("is answered by the member who is there, in the language that was chosen")
        func answered() async throws {
            let (record, rows) = try await ClinicCalls.with { server, bed, _ in
                let call = Call(
                    menu: "clinic",
                    steps: [
                        .until(.prompt), .wait(0.5), .press("9"), .until(.prompt), .wait(0.5), .press("2"), .wait(40),
                    ],
                    telephones: ["301": .busy(), "302": .answers(after: 1, talks: 2)])
                let record = try await bed.place(call, on: server.address)
                return (record, try await server.rows("select * from calls where outcome is not null", count: 1))
            }
            #expect(record.answered == ["302"], "\(record.story)")
            #expect(record.rings.last?.name == "Desk: J Smith", "\(record.story)")
            #expect(record.events.contains { $0.is("phone", "rings") && $0.details["language"] == "pl" })
            #expect(rows.first?["outcome"] == "talked", "\(record.story)")
            #expect(rows.first?["language"] == "pl")
            #expect(try record.end.status == "talked")
        }

        @Test("whom nobody takes is offered a call back")
        func untaken() async throws {
            let (record, rows) = try await ClinicCalls.with { server, bed, _ in
                let call = Call(
                    menu: "clinic",
                    steps: [.until(.prompt), .wait(0.5), .press("2"), .until(.silence), .press("1"), .wait(30)],
                    telephones: ["301": .neverAnswers, "302": .busy()], limit: .seconds(90))
                let record = try await bed.place(call, on: server.address)
                return (record, try await server.rows("select * from callbacks"))
            }
            #expect(rows.map { $0["status"] } == ["new"], "\(record.story)")
            #expect(rows.map { $0["list"] } == ["desk"])
            #expect(rows.map { $0["label"] } == ["Desk"])
            #expect(try record.end.status == "callback", "\(record.story)")
        }

        @Test("in which nobody works is not left there, and one who hangs up while waiting is a missed call")
        func deserted() async throws {
            let (record, rows) = try await ClinicCalls.with { server, bed, _ in
                let call = Call(
                    menu: "clinic",
                    steps: [.until(.prompt), .wait(0.5), .press("6"), .until(.silence), .press("1"), .wait(20)])
                let record = try await bed.place(call, on: server.address)
                let waiting = Call(
                    menu: "clinic", number: "+447700900002",
                    steps: [.until(.prompt), .wait(0.5), .press("2"), .until(.rings("301")), .wait(1)],
                    telephones: ["301": .neverAnswers])
                _ = try await bed.place(waiting, on: server.address)
                return (record, try await server.rows("select * from callbacks order by id", count: 2))
            }
            #expect(try record.end.status == "callback", "\(record.story)")
            // The desk looks at what is new every now and then, and calls it due.
            #expect([["new", "missed"], ["due", "missed"]].contains(rows.map { $0["status"] }), "\(record.story)")
            #expect(rows.last?["number"] == "+447700900002")
        }

        @Test("after a notice was switched on during another call hears it first, and no longer once it is off")
        func notice() async throws {
            let (before, after, gone) = try await ClinicCalls.with { server, bed, _ in
                let call = Call(menu: "clinic", steps: [.until(.prompt), .wait(2)])
                let before = try await bed.place(call, on: server.address) {
                    _ = try await server.attendant("notice", "on", "clinic", "flu")
                }
                let greeting = before.played.first
                let after = try await eventually("a call that hears the notice", within: .seconds(30)) {
                    let record = try await bed.place(call, on: server.address)
                    return record.played.first != greeting ? record : nil
                }
                _ = try await server.attendant("notice", "off", "clinic", "flu")
                let gone = try await eventually("a call that hears no notice", within: .seconds(30)) {
                    let record = try await bed.place(call, on: server.address)
                    return record.played.first == greeting ? record : nil
                }
                return (before, after, gone)
            }
            #expect(before.played.first != nil && gone.played.first == before.played.first)
            let flu = try #require(try after.prompts().first)
            #expect(try #require(try after.heard().find(flu)).likeness > 0.9, "\(after.story)")
        }
    }
}

extension CallRecord {
    /// The files that were played, in order.
    fileprivate var played: [String] { commands.compactMap(\.plays) }
}
