import Testing

extension RealAsteriskCalls {
    @Suite("A caller who types fast")
    struct KeyCalls {
        @Test("loses none of six keys at one every 140 ms across two menus")
        func sixKeys() async throws {
            let record = try await Server.with(menus: ["keys"]) { server, bed in
                try await bed.place(Self.fast(after: .prompt), on: server.address)
            }
            #expect(record.rings.map(\.phone) == ["203"], "\(record.story)")
            #expect(record.rings.first?.path.contains("123") == true)
            #expect(record.rings.first?.path.contains("456") == true)
        }

        @Test("loses none in the silence after the menu either")
        func inSilence() async throws {
            let record = try await Server.with(menus: ["keys"]) { server, bed in
                try await bed.place(Self.fast(after: .silence), on: server.address)
            }
            #expect(record.rings.map(\.phone) == ["203"], "\(record.story)")
        }

        @Test("loses none when twenty such callers call at once")
        func together() async throws {
            let records = try await Server.with(menus: ["keys"]) { server, bed in
                try await withThrowingTaskGroup(of: CallRecord.self) { group in
                    for _ in 0..<20 {
                        group.addTask { try await bed.place(Self.fast(after: .prompt), on: server.address) }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
            }
            #expect(records.count == 20)
            print("longest gap between a reply and the next command: \(records.map(\.longestGap).max() ?? 0) s")
            for record in records {
                #expect(record.rings.map(\.phone) == ["203"], "\(record.story)")
            }
        }

        private static func fast(after moment: CallerStep.Moment) -> Call {
            Call(
                menu: "keys",
                steps: [.until(moment), .wait(0.4), .press("123456", everyMilliseconds: 140), .wait(30)],
                telephones: ["203": .answers()])
        }
    }
}
