import Foundation
import GRDB
import MenuFile
import Reception
import TestClocks
import Testing

@testable import Records

@Suite("Notices and hours that are switched by hand")
struct SwitchTests {
    let folder: TemporaryFolder
    let records: Records
    let log = TroubleLog()

    init() throws {
        folder = try TemporaryFolder()
        records = try Records(file: folder.file, now: someday) { [log] in log.add($0) }
    }

    /// What a command does in another process.
    private func writer(now: Date = someday) throws -> SwitchWriter {
        try SwitchWriter(file: folder.file, now: { now })
    }

    private let zone = "Europe/London"
    private var six: Date { someday.addingTimeInterval(3600) }

    @Test("at first nothing is switched")
    func nothing() async {
        #expect(records.notices(menu: "heating").isEmpty)
        #expect(records.hourSwitch(menu: "heating", schedule: "office") == nil)
        await records.refreshSwitches()
        #expect(records.notices(menu: "heating").isEmpty && log.all.isEmpty)
    }

    @Test("what another process switches counts as soon as it is looked at, in the order in which it was made")
    func seen() async throws {
        let writer = try writer()
        _ = try writer.addNotice("Water main burst", named: "water", menu: "heating", until: six, timeZone: zone)
        _ = try writer.switchNotice("gas-off", menu: "heating", isOn: true, timeZone: zone)
        _ = try writer.switchNotice("gas-off", menu: "clinic", isOn: false, timeZone: zone)
        try writer.switchHours("office", menu: "heating", isOpen: false, until: six, timeZone: zone)
        #expect(records.notices(menu: "heating").isEmpty, "from memory")
        await records.refreshSwitches()
        #expect(
            records.notices(menu: "heating") == [
                NoticeSwitch(name: "water", say: "Water main burst", isOn: true, until: six),
                NoticeSwitch(name: "gas-off", isOn: true),
            ])
        #expect(records.notices(menu: "clinic") == [NoticeSwitch(name: "gas-off", isOn: false)])
        #expect(records.hourSwitch(menu: "heating", schedule: "office") == HourSwitch(isOpen: false, until: six))
        #expect(records.hourSwitch(menu: "heating", schedule: "shop") == nil)
        #expect(records.hourSwitch(menu: "clinic", schedule: "office") == nil)
    }

    @Test("the watch sees each change at its next turn, one second later")
    func watched() async throws {
        let clock = ManualClock()
        let writer = try writer()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await records.watchSwitches(clock: clock) }
            await clock.somebodySleeps()
            for isOn in [true, false, true] {
                #expect(throws: Never.self) {
                    try writer.switchNotice("gas-off", menu: "heating", isOn: isOn, timeZone: zone)
                }
                clock.advance(by: .milliseconds(1000))
                await clock.somebodySleeps()
                #expect(records.notices(menu: "heating").map(\.isOn) == [isOn])
            }
            group.cancelAll()
        }
        #expect(SwitchMemory.interval < .seconds(2))
    }

    @Test("calls that the server itself writes neither hide nor undo a switch")
    func besideCalls() async throws {
        let writer = try writer()
        for index in 0..<20 {
            records.callStarted(.sample("call-\(index)"))
            _ = try writer.addNotice("Notice \(index)", named: nil, menu: "heating", until: nil, timeZone: zone)
            await records.flush()
            await records.refreshSwitches()
            #expect(records.notices(menu: "heating").count == index + 1)
        }
    }

    @Test("switching keeps the words and the place, and the newer end counts")
    func switchedAgain() async throws {
        let writer = try writer()
        _ = try writer.addNotice("Water", named: "water", menu: "heating", until: six, timeZone: zone)
        _ = try writer.addNotice("Snow", named: "snow", menu: "heating", until: nil, timeZone: zone)
        let off = try writer.switchNotice("water", menu: "heating", isOn: false, timeZone: zone)
        #expect(off.text == "Water" && !off.isOn && off.until == nil)
        let on = try self.writer(now: six).switchNotice("water", menu: "heating", isOn: true, timeZone: zone)
        #expect(on.id == off.id && on.text == "Water" && on.isOn && on.created == someday && on.updated == six)
        let new = try writer.addNotice("Water is back", named: "water", menu: "heating", until: nil, timeZone: zone)
        #expect(new.id == on.id && new.text == "Water is back" && new.isOn)
        await records.refreshSwitches()
        #expect(records.notices(menu: "heating").map(\.name) == ["water", "snow"])
    }

    @Test("a notice without a name gets the first that is free, beside those of the file")
    func names() throws {
        let writer = try writer()
        let names = try (0..<3).map { _ in
            try writer.addNotice("x", named: nil, menu: "a", taken: ["notice-2"], until: nil, timeZone: zone).name
        }
        #expect(names == ["notice-1", "notice-3", "notice-4"])
        #expect(try writer.addNotice("x", named: nil, menu: "b", until: nil, timeZone: zone).name == "notice-1")
    }

    @Test("what is removed is gone, and nothing else")
    func removed() async throws {
        let writer = try writer()
        _ = try writer.addNotice("Water", named: "water", menu: "heating", until: nil, timeZone: zone)
        _ = try writer.addNotice("Water", named: "water", menu: "clinic", until: nil, timeZone: zone)
        #expect(try writer.removeNotice("water", menu: "heating"))
        #expect(try !writer.removeNotice("water", menu: "heating"))
        await records.refreshSwitches()
        #expect(records.notices(menu: "heating").isEmpty && records.notices(menu: "clinic").count == 1)
    }

    @Test("a schedule has one switch: the last; released, the file's hours count")
    func hours() async throws {
        let writer = try writer()
        try writer.switchHours("office", menu: "heating", isOpen: false, until: six, timeZone: zone)
        try writer.switchHours("office", menu: "heating", isOpen: true, until: nil, timeZone: zone)
        try writer.switchHours("shop", menu: "heating", isOpen: false, until: nil, timeZone: zone)
        await records.refreshSwitches()
        #expect(records.hourSwitch(menu: "heating", schedule: "office") == HourSwitch(isOpen: true))
        #expect(try writer.releaseHours("office", menu: "heating"))
        #expect(try !writer.releaseHours("office", menu: "heating"))
        await records.refreshSwitches()
        #expect(records.hourSwitch(menu: "heating", schedule: "office") == nil)
        #expect(records.hourSwitch(menu: "heating", schedule: "shop") == HourSwitch(isOpen: false))
        #expect(try writer.reader.hourSwitches().map(\.schedule) == ["shop"])
        #expect(try writer.reader.hourSwitches(menu: "clinic").isEmpty)
    }

    @Test("what is switched outlives a restart")
    func restarted() async throws {
        _ = try writer().switchNotice("gas-off", menu: "heating", isOn: true, until: six, timeZone: zone)
        try writer().switchHours("office", menu: "heating", isOpen: true, until: six, timeZone: zone)
        await records.close()
        let again = try Records(file: folder.file)
        #expect(again.notices(menu: "heating") == [NoticeSwitch(name: "gas-off", isOn: true, until: six)])
        #expect(again.hourSwitch(menu: "heating", schedule: "office") == HourSwitch(isOpen: true, until: six))
    }

    @Test("hostile words are words", arguments: ["'; DROP TABLE notices; --", "{name} [[h]] <b>", "\u{202E}\u{1}\n\""])
    func hostile(text: String) async throws {
        _ = try writer().addNotice(text, named: "x", menu: text, until: nil, timeZone: zone)
        await records.refreshSwitches()
        #expect(records.notices(menu: text).map(\.say) == [text])
    }

    @Test("while the tables cannot be read the last ones count, and that is told once")
    func unreadable() async throws {
        _ = try writer().switchNotice("gas-off", menu: "heating", isOn: true, timeZone: zone)
        await records.refreshSwitches()
        let other = try DatabaseQueue(path: folder.file)
        try await other.write { try $0.execute(sql: "ALTER TABLE notices RENAME TO hidden") }
        for _ in 0..<3 { await records.refreshSwitches() }
        #expect(records.notices(menu: "heating").map(\.name) == ["gas-off"])
        let words = log.all.map(\.description)
        #expect(words.count == 1 && words[0].hasPrefix("notices and hour switches cannot be read"))
        try await other.write { db in
            try db.execute(sql: "ALTER TABLE hidden RENAME TO notices")
            try db.execute(sql: "DELETE FROM notices")
        }
        await records.refreshSwitches()
        #expect(records.notices(menu: "heating").isEmpty)
    }

    @Test("a command makes the file that a server opens later, but no folder")
    func noFile() async throws {
        let folder = try TemporaryFolder()
        let astray = folder.file + "-astray/attendant.sqlite"
        #expect(
            throws: RecordsError.cannotOpen(
                file: astray, words: "there is no such folder; the server makes it when it starts")
        ) { try SwitchWriter(file: astray) }
        _ = try SwitchWriter(file: folder.file).addNotice(
            "Snow.", named: nil, menu: "heating", until: nil, timeZone: "Europe/London")
        let records = try Records(file: folder.file)
        await records.refreshSwitches()
        #expect(records.notices(menu: "heating").count == 1)
        await records.close()
    }

    @Test("a command leaves a file of an older release to the server")
    func olderFile() async throws {
        let folder = try TemporaryFolder()
        let old = try DatabaseQueue(path: folder.file)
        try Migrations.all().migrate(old, upTo: "calls, callbacks, messages, outbox")
        #expect { try SwitchWriter(file: folder.file) } throws: { "\($0)".contains("older release") }
        try await old.write { db in
            try db.execute(
                sql:
                    "INSERT INTO messages VALUES (1, 'c', 'anna', '/x.wav', 1, ?, NULL, NULL, '', '', 'en', '', 'UTC')",
                arguments: [Timestamp.text(someday)])
        }
        try old.close()
        let records = try Records(file: folder.file)
        #expect(try records.reader.messages().map(\.recipient) == ["anna"])
        #expect(try SwitchWriter(file: folder.file).reader.notices().isEmpty)
    }
}
