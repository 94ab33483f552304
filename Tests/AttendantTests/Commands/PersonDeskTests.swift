import Foundation
import Reception
import Records
import Testing

@testable import Attendant

@Suite("A person's number as people write it")
struct PersonDeskTests {
    private let folder: TemporaryFolder
    private let configuration: Configuration

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            #"{ "attendant": 1, "name": "A", "country": "DE", "operator": "200", "start": { "ring": "200" } }"#,
            "menus/praxis.json")
        var configuration = Configuration()
        configuration.menus = folder.path + "/menus"
        configuration.data = folder.path
        configuration.sounds = folder.path + "/sounds"
        self.configuration = configuration
    }

    /// Keeps a call of each of these numbers.
    private func calls(of numbers: [String]) async throws {
        let records = try Records(file: Opening.database(configuration))
        for number in numbers {
            records.callStarted(
                CallStart(
                    facts: CallFacts(id: "call-\(number)"), number: number,
                    at: Date(timeIntervalSince1970: 1_795_000_000),
                    menu: "praxis", version: "1", language: "de"))
        }
        await records.close()
    }

    @Test("is one of the country of a menu, where the configuration says another")
    func countryOfMenu() async throws {
        try await calls(of: ["+491705555555"])
        #expect(try PersonDesk(configuration).export("0170 5555555").contains("+491705555555"))
        #expect(try PersonDesk(configuration).forget("0170 5555555").text.contains("removed 1 from calls"))
        #expect(try PersonDesk(configuration).forget("0170 5555555").text.contains("nothing is held about"))
    }

    @Test("is forgotten in the prompts that say it, too, also where no row holds it")
    func prompts() async throws {
        try await calls(of: [])
        let name = "sounds/" + String(repeating: "0a", count: 32)
        for ending in [".wav", ".sln16", ".txt"] {
            try folder.write("We can call you back on 0 1 7, 0 5 5, 5 5, 5 5 5.", name + ending)
        }
        let answer = try PersonDesk(configuration).forget("0170 5555555")
        #expect(answer.text == "removed 1 prompts that say the number" && answer.isComplete)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/sounds").isEmpty)
        #expect(try PersonDesk(configuration).forget("0170 5555555").text.hasPrefix("nothing is held about"))
    }

    @Test("is asked for again where two people have it, in two countries")
    func unclear() async throws {
        try await calls(of: ["+491615550100", "+441615550100"])
        #expect {
            _ = try PersonDesk(configuration).forget("0161 5550100")
        } throws: { "\($0)".hasSuffix("may be +441615550100 and +491615550100; say which, or --country") }
        #expect(try PersonDesk(configuration).forget("+49 161 5550100").text.contains("removed 1 from calls"))
    }
}
