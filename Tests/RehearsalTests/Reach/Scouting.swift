import Foundation
import MenuFile
import PhoneNumbers
import Reception
import Rehearsal
import Testing

/// A menu that was scouted with estimated sounds, on an ordinary Tuesday morning.
struct Scouting {
    let reach: MenuReach

    init(
        _ menu: String, at moment: String = "2026-03-03 10:00", zone: String = "Europe/London",
        prompts: any PromptLibrary = EstimatedPrompts(), mostCalls: Int = 1_000,
        _ location: SourceLocation = #_sourceLocation
    ) async throws {
        let loaded = MenuLoader.load(text: menu, fileName: "line.json", release: .whole)
        let document = try #require(loaded.document, "\(loaded.findings)", sourceLocation: location)
        try await self.init(document, at: moment, zone: zone, prompts: prompts, mostCalls: mostCalls)
    }

    init(
        _ document: MenuDocument, at moment: String = "2026-03-03 10:00", zone: String = "Europe/London",
        prompts: any PromptLibrary = EstimatedPrompts(), mostCalls: Int = 1_000
    ) async throws {
        let scout = MenuScout(
            menu: MenuVersion(document: document, version: "v"), prompts: prompts, numbers: NumberRules(),
            house: House(messages: "/messages"), mostCalls: mostCalls,
            now: try LocalDateTime(moment).instant(in: try #require(TimeZone(identifier: zone))))
        reach = await scout.explore()
    }

    /// "start 2 12345#: anna", sorted.
    var places: [String] {
        reach.ways.map { "\($0.entry)\($0.keys.isEmpty ? "" : " ")\($0.keys): \($0.destination)" }.sorted()
    }

    /// The way with these keys.
    func way(_ keys: String, entry: String = "start") throws -> MenuReach.Way {
        try #require(reach.ways.first { $0.keys == keys && $0.entry == entry })
    }
}
