import Foundation
import MenuFile
import Reception
import Records
import Synchronization
import Testing

@testable import Attendant

@Suite("Switching by command")
struct DeskTests {
    private let folder: TemporaryFolder
    private let records: Records
    private let configuration: Configuration
    /// Tuesday, 2026-03-03 17:00 in London.
    private static let now = Date(timeIntervalSince1970: 1_772_557_200)

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            """
            { "attendant": 1, "name": "Miller", "timezone": "Europe/London", "country": "GB", "operator": "200",
              "hours": { "mon-fri": "8:00-17:30", "2026-12-24": "8:00-12:00" }, "start": "x", "steps": { "x": {
                "say": "x", "ring": "200" } } }
            """, "menus/heating.json")
        try folder.write(
            """
            { "attendant": 1, "name": "Shop", "timezone": "Europe/Warsaw", "operator": "200", "hours": {
                "day": { "every day": "8-18" }, "night": { "every day": "18-8" } }, "start": { "ring": "200" } }
            """, "menus/shop.json")
        try folder.write(Menus.sixKeys, "menus/bare.json")
        try folder.write("{ \"attendant\": 1 }", "menus/bad.json")
        records = try Records(file: folder.path + "/attendant.sqlite")
        var configuration = Configuration()
        configuration.menus = folder.path + "/menus"
        configuration.data = folder.path
        self.configuration = configuration
    }

    private var notices: NoticeDesk { NoticeDesk(configuration) { Self.now } }
    private var hours: HoursDesk { HoursDesk(configuration) { Self.now } }

    private func refusal(_ body: () throws -> String) -> String {
        do { return try "no error: \(body())" } catch { return "\(error)" }
    }

    private func list(_ menu: String? = nil, at now: Date = now) throws -> [[String: Any]] {
        let json = try NoticeList(menu, configuration, now: now).json
        return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("a notice that is added is on, ends by itself, and reaches the board as it was said")
    func added() async throws {
        #expect(
            try notices.add("  Water\tmain \u{202E}burst\n", to: "heating", name: nil, until: "18:00")
                == "heating: notice-1 is on until Tue 2026-03-03 18:00: \"Water main burst\"")
        #expect(
            try notices.add("Snow", to: folder.path + "/menus/shop.json", name: "snow", until: nil)
                == "shop: snow is on: \"Snow\"")
        await records.refreshSwitches()
        let six = Self.now.addingTimeInterval(3600)
        #expect(
            records.notices(menu: "heating") == [
                NoticeSwitch(name: "notice-1", say: "Water main burst", isOn: true, until: six)
            ])
        #expect(try list().map { $0["state"] as? String } == ["on", "on"])
        #expect(try list(at: six).map { $0["state"] as? String } == ["over", "on"])
        let row = try #require(try list("heating").first)
        #expect(Set(row.keys) == ["menu", "name", "text", "on", "state", "from", "until", "source"])
        #expect(row["until"] as? String == "2026-03-03T18:00:00+00:00" && row["on"] as? Bool == true)
        #expect(row["source"] as? String == "added" && row["from"] is NSNull)
    }

    @Test("off, on again, and gone")
    func switched() async throws {
        _ = try notices.add("Snow", to: "heating", name: "snow", until: nil)
        #expect(try notices.turn("snow", of: "heating", on: false) == "heating: snow is off: \"Snow\"")
        #expect(try list().map { $0["on"] as? Bool } == [false])
        #expect(
            try notices.turn("snow", of: "heating", on: true, until: "tomorrow 8:00")
                == "heating: snow is on until Wed 2026-03-04 08:00: \"Snow\"")
        #expect(try notices.remove("snow", of: "heating") == "heating: snow is gone")
        #expect(try list().isEmpty && NoticeList(nil, configuration).text == "no notices")
        await records.refreshSwitches()
        #expect(records.notices(menu: "heating").isEmpty)
    }

    @Test("what is wrong is one line that says what was expected")
    func noticeErrors() throws {
        _ = try notices.add("Snow", to: "heating", name: "snow", until: nil)
        let menus = folder.path + "/menus"
        let cases: [(String, () throws -> String)] = [
            (
                "nothing: there is no \(menus)/nothing.json; expected one of bad, bare, heating, shop",
                { try notices.add("x", to: "nothing", name: nil, until: nil) }
            ),
            (
                "the notice has no words; expected what callers shall hear",
                { try notices.add(" \u{0}\n", to: "heating", name: nil, until: nil) }
            ),
            (
                "the notice has 1001 characters; at most 1000 are spoken",
                { try notices.add(String(repeating: "x", count: 1001), to: "heating", name: nil, until: nil) }
            ),
            (
                "--name: \"Snow!\" is no name; expected small letters, digits and -, as water-main",
                { try notices.add("x", to: "heating", name: "Snow!", until: nil) }
            ),
            (
                "heating has no notice \"snwo\"; there are snow",
                { try notices.turn("snwo", of: "heating", on: true) }
            ),
            ("shop has no notice \"snow\"; it has none", { try notices.turn("snow", of: "shop", on: false) }),
            ("shop has no notice \"snow\"; it has none", { try notices.remove("snow", of: "shop") }),
        ]
        for (expected, body) in cases { #expect(refusal(body) == expected) }
        let bad = refusal { try hours.answer("bad", at: nil, schedule: nil, json: false) }
        #expect(bad.hasPrefix("bad.json:1:1: error ") && bad.hasSuffix("bad.json says everything)"))
        #expect(!bad.contains("\n"))
    }

    @Test("a file with errors can be switched in need, with a warning; what of it is right still counts")
    func broken() async throws {
        let said = Mutex<[String]>([])
        let warn: @Sendable (String) -> Void = { line in said.withLock { $0.append(line) } }
        let notices = NoticeDesk(configuration, now: { Self.now }, warn: warn)
        let hours = HoursDesk(configuration, now: { Self.now }, warn: warn)
        try folder.write(
            """
            { "attendant": 1, "timezone": "Europe/Warsaw", "start": { "rign": "200" },
              "hours": { "day": { "every day": "8-18" } } }
            """, "menus/odd.json")
        try folder.write("{ \"attendant\": 1,", "menus/torn.json")
        #expect(
            try hours.turn("odd", open: false, schedule: nil, until: "20:00")
                == "odd: day is switched closed until Tue 2026-03-03 20:00")
        #expect(
            try hours.turn("torn", open: true, schedule: nil, until: nil)
                == "torn: office is switched open until you say: attendant hours auto torn")
        #expect(
            try notices.add("Water main burst.", to: "torn", name: nil, until: nil)
                == "torn: notice-1 is on: \"Water main burst.\"")
        #expect(try notices.turn("gas-off", of: "torn", on: true) == "torn: gas-off is on")
        #expect(said.withLock { $0.count } == 4)
        #expect(
            said.withLock { $0.allSatisfy { $0.contains(".json has errors; what is switched counts for the version") } }
        )
        await records.refreshSwitches()
        #expect(records.hourSwitch(menu: "odd", schedule: "day")?.isOpen == false)
        #expect(records.notices(menu: "torn").map(\.name).contains("notice-1"))
        #expect(try hours.release("torn", schedule: nil) == "torn: office goes by the file")
        #expect(refusal { try notices.add("x", to: "nosuch", name: nil, until: nil) }.hasPrefix("nosuch: there is no "))
    }

    @Test("without a database: switching names it, and makes none; asking a file needs none")
    func noDatabase() throws {
        var elsewhere = configuration
        elsewhere.data = folder.path + "/elsewhere"
        let why =
            "\(elsewhere.data)/attendant.sqlite: cannot be opened: there is no such folder; the server makes it when "
        #expect(
            refusal { try NoticeDesk(elsewhere).add("x", to: "heating", name: nil, until: nil) } == why + "it starts")
        #expect(
            refusal { try HoursDesk(elsewhere).turn("heating", open: true, schedule: nil, until: nil) }
                == why + "it starts")
        #expect(!FileManager.default.fileExists(atPath: elsewhere.data))
        #expect(try HoursDesk(elsewhere).answer("heating", at: nil, schedule: nil, json: false).contains("office is"))
    }

    @Test(
        "hours of a file at any moment, in the fixed form",
        arguments: [
            (
                "2026-12-24 11:30", "2026-12-24T11:30:00+00:00", true, "2026-12-25T08:00:00+00:00",
                "open because 2026-12-24 is 8:00-12:00"
            ),
            (
                "2026-12-24T12:00:00+01:00", "2026-12-24T11:00:00+00:00", true, "2026-12-25T08:00:00+00:00",
                "open because 2026-12-24 is 8:00-12:00"
            ),
            (
                "2026-07-04 12:00", "2026-07-04T12:00:00+01:00", false, "2026-07-06T08:00:00+01:00",
                "closed because Saturday has no hours"
            ),
        ])
    func answers(at: String, local: String, open: Bool, next: String, why: String) throws {
        let answer = try object(hours.answer("heating", at: at, schedule: nil, json: true))
        #expect(Set(answer.keys) == ["schedule", "at", "open", "next", "why"])
        #expect(answer["schedule"] as? String == "office" && answer["at"] as? String == local)
        #expect(answer["open"] as? Bool == open && answer["next"] as? String == next)
        #expect(answer["why"] as? String == why)
        let words = try hours.answer("heating", at: at, schedule: "office", json: false)
        #expect(words.hasPrefix("office is \(why) (at "))
    }

    @Test("a switched schedule says so, and goes by the file again")
    func hoursSwitched() async throws {
        #expect(
            try hours.turn("heating", open: false, schedule: nil, until: "tomorrow 8:00")
                == "heating: office is switched closed until Wed 2026-03-04 08:00")
        await records.refreshSwitches()
        let until = Self.now.addingTimeInterval(15 * 3600)
        #expect(records.hourSwitch(menu: "heating", schedule: "office") == HourSwitch(isOpen: false, until: until))
        let json = try hours.show("heating", schedule: nil, json: true)
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
        #expect(rows.count == 1 && rows[0]["open"] as? Bool == false)
        let switched = try #require(rows[0]["switched"] as? [String: Any])
        #expect(switched["open"] as? Bool == false && switched["until"] as? String == "2026-03-04T08:00:00+00:00")
        #expect(try object(hours.answer("heating", at: nil, schedule: nil, json: true))["open"] as? Bool == true)
        let later = try HoursDesk(configuration) { until }.show("heating", schedule: nil, json: false)
        #expect(later.hasPrefix("office: open because Wednesday is 8:00-17:30"), "run out: \(later)")
        #expect(
            try hours.release("heating", schedule: nil).hasPrefix("heating: office goes by the file: open because "))
        #expect(try hours.release("heating", schedule: nil).contains("office went already by the file: "))
        await records.refreshSwitches()
        #expect(records.hourSwitch(menu: "heating", schedule: "office") == nil)
    }

    @Test("several schedules: one must be named; all are shown")
    func several() throws {
        #expect(
            refusal { try hours.turn("shop", open: true, schedule: nil, until: nil) }
                == "--schedule is needed: shop.json has day, night")
        #expect(
            refusal { try hours.answer("shop", at: nil, schedule: "office", json: false) }
                == "--schedule: \"office\" is no schedule of shop.json; it has day, night")
        #expect(
            try hours.turn("shop", open: true, schedule: "day", until: nil)
                == "shop: day is switched open until you say: attendant hours auto shop --schedule day")
        let lines = try hours.show("shop", schedule: nil, json: false).split(separator: "\n")
        #expect(lines.map { $0.prefix { $0 != ":" } } == ["day", "night"])
        #expect(lines[0].contains("it was switched open") && !lines[1].contains("switched"))
        #expect(try hours.show("shop", schedule: "night", json: false).hasPrefix("night: open because "))
        #expect(
            refusal { try hours.show("bare", schedule: nil, json: false) }
                == "bare.json has no hours; expected \"hours\": { \"mon-fri\": \"8:00-17:00\" }")
    }
}
