import Testing

extension RealAsteriskCalls {
    @Suite("Callers who know the way through three menus")
    struct TypeAheadCalls {
        @Test("arrive by 3-1-2 at 100 ms a key, fifty at once, over prompts of ten seconds")
        func fifty() async throws {
            let records = try await Server.with(menus: ["three"]) { server, bed in
                try await withThrowingTaskGroup(of: CallRecord.self) { group in
                    for number in 0..<50 {
                        group.addTask { try await bed.place(Self.knowing(number), on: server.address) }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
            }
            #expect(records.count == 50)
            for record in records {
                #expect(record.rings.map(\.phone) == ["203"], "\(record.story)")
                #expect(record.rings.first?.path == "3 Repairs › 1 Boilers › 2 Oil boilers")
            }
            let lengths = try records.first?.prompts().map(\.seconds) ?? []
            #expect(lengths.first ?? 0 > 10, "the first menu speaks for ten seconds")
            print("longest gap between a reply and the next command: \(records.map(\.longestGap).max() ?? 0) s")
        }

        /// One that types once the menu speaks, or in the silence of the answer, or a second into the menu.
        private static func knowing(_ number: Int) -> Call {
            let before: [CallerStep] = [[.until(.prompt)], [.until(.prompt), .wait(1)], [.wait(0.1)]][number % 3]
            return Call(
                menu: "three", steps: before + [.press("312", everyMilliseconds: 100), .wait(40)],
                telephones: ["203": .answers()])
        }
    }
}
