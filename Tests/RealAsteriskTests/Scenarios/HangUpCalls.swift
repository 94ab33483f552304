import Testing

extension RealAsteriskCalls {
    /// What a caller leaves behind who hangs up: §4.3 of the menu format.
    @Suite("A caller who hangs up")
    struct HangUpCalls {
        @Test("in the greeting leaves a call that says where, and no request")
        func greeting() async throws {
            let left = try await hangUp([.until(.prompt), .wait(1)])
            #expect(left.callbacks.isEmpty)
            #expect(left.call["outcome"] == "hangup")
            #expect(left.call["path"] == "")
            #expect(left.call["reason"]?.contains("start") == true)
            #expect(left.steps.count == 1)
            #expect(left.record.end.agiStatus == "HANGUP")
        }

        @Test("while the menu waits leaves the same")
        func wait() async throws {
            let left = try await hangUp([.until(.silence), .wait(0.5)])
            #expect(left.callbacks.isEmpty)
            #expect(left.call["outcome"] == "hangup")
            #expect(left.call["reason"]?.contains("start") == true)
            #expect(left.steps.count == 1)
        }

        @Test("while it rings leaves a missed call with label and path")
        func ringing() async throws {
            let left = try await hangUp(
                [.until(.prompt), .press("1"), .until(.rings("201")), .wait(1)],
                telephones: ["201": .neverAnswers, "202": .answers()])
            #expect(left.record.record.rings.map(\.phone) == ["201"])
            #expect(left.callbacks.count == 1)
            #expect(left.callbacks.first?["status"] == "missed")
            #expect(left.callbacks.first?["number"] == "+447700900001")
            #expect(left.callbacks.first?["label"] == "Repairs")
            #expect(left.callbacks.first?["reason"] == "1 Repairs")
            #expect(left.callbacks.first?["list"] == "office@miller.example")
            #expect(left.call["outcome"] == "hangup")
            #expect(left.call["path"] == "1 Repairs")
        }

        @Test("while confirming a call back leaves it unconfirmed")
        func confirming() async throws {
            let left = try await hangUp([.until(.prompt), .press("4"), .until(.prompt), .wait(0.5)])
            #expect(left.callbacks.count == 1)
            #expect(left.callbacks.first?["status"] == "unconfirmed")
            #expect(left.callbacks.first?["number"] == "+447700900001")
            #expect(left.callbacks.first?["is_confirmed"] == "0")
            #expect(left.call["outcome"] == "hangup")
        }

        @Test("while being thanked has the call back all the same")
        func thanked() async throws {
            let left = try await hangUp(CallbackCalls.confirmed + [.wait(0.3)])
            #expect(left.callbacks.count == 1)
            #expect(left.callbacks.first?["status"] == "new")
            #expect(left.callbacks.first?["is_confirmed"] == "1")
            #expect(left.call["outcome"] == "callback")
        }

        /// A call that its caller ended, and the rows that it left.
        private struct Left {
            let record: (record: CallRecord, end: CallRecord.End)
            let call: [String: String]
            let steps: [[String: String]]
            let callbacks: [[String: String]]
        }

        private func hangUp(_ steps: [CallerStep], telephones: [String: Telephone] = [:]) async throws -> Left {
            try await Server.with { server, bed in
                let record = try await bed.place(Call(steps: steps, telephones: telephones), on: server.address)
                let call = try await server.rows("select * from calls where outcome is not null", count: 1)
                return Left(
                    record: (record, try record.end), call: try #require(call.first),
                    steps: try await server.rows("select * from call_steps order by step"),
                    callbacks: try await server.rows("select * from callbacks order by id"))
            }
        }
    }
}
