import Foundation
import Reception
import Records
import Testing

@testable import Attendant

@Suite("The callback desk at the command line")
struct CallbackDeskTests {
    let folder: TemporaryFolder
    let records: Records
    let configuration: Configuration
    /// 2026-03-03 17:00:00 UTC.
    static let someday = Date(timeIntervalSince1970: 1_772_557_200)

    init() throws {
        folder = try TemporaryFolder()
        var configuration = Configuration()
        configuration.data = folder.path
        configuration.sounds = folder.path + "/sounds"
        self.configuration = configuration
        records = try Records(file: folder.path + "/attendant.sqlite", now: Self.someday)
    }

    private func ask(
        _ number: String?, reason: String = "1 Repairs", name: String? = nil, due: Double?, window: String? = nil
    ) async throws {
        _ = try await records.commit(
            CallbackRequest(
                call: "call-\(number ?? "")", list: "repairs", at: Self.someday, number: number, numberAsGiven: nil,
                source: .network,
                isConfirmed: true, status: number == nil ? .missed : .new, callerName: name, reason: reason, label: "",
                language: "en", dueAt: due.map { Self.someday + $0 }, window: window))
    }

    private func listing(after seconds: Double = 0) throws -> CallbackListing {
        try CallbackListing(configuration, now: Self.someday + seconds)
    }

    @Test("late ones come first, in colour where there is any; a name cannot paint the terminal")
    func late() async throws {
        try await ask("+447700900001", due: nil)
        try await ask("+447700900002", name: "\u{1B}[31mEve\nBob", due: 600)
        let text = try listing(after: 601).list(openOnly: true, as: .table(inColour: true))
        let lines = text.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[1].hasPrefix("\u{1B}[1;31m2 ") && lines[1].hasSuffix("\u{1B}[0m") && lines[1].contains("LATE"))
        #expect(lines[1].contains("[31mEveBob") && lines[2].hasPrefix("1 "))
        let plain = try listing(after: 599).list(openOnly: true, as: .table(inColour: true))
        #expect(!plain.contains("\u{1B}") && !plain.contains("LATE"))
        #expect(try listing().list(openOnly: true, list: "bills", as: .json) == "[\n\n]")
    }

    @Test("the JSON of a row has what other programs build on, and whether it is late")
    func json() async throws {
        try await ask("+447700900001", due: 600)
        let text = try listing(after: 601).list(openOnly: true, as: .json)
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        let keys = ["id", "list", "number", "status", "reason", "label", "created", "language", "attempts"]
        #expect(rows.count == 1 && keys.allSatisfy { rows[0][$0] != nil })
        #expect(rows[0]["overdue"] as? Bool == true && rows[0]["attempts"] as? Int == 0)
    }

    @Test("the window of a promise is told as a story, as JSON and as comma-separated values")
    func window() async throws {
        let window = "Tuesday, 3 March, 17:00–19:00"
        try await ask("+447700900001", due: 7200, window: window)
        #expect(try listing().show(1, json: false).contains("2026-03-03 19:00:00 (\(window))"))
        #expect(try listing().show(1, json: true).contains("\"window\" : \"\(window)\""))
        #expect(try listing().list(openOnly: true, as: .csv).contains(",\"\(window)\","))
    }

    @Test(
        "cells that a spreadsheet would run are texts; quotes, commas and line ends are kept",
        arguments: [
            ("=1+1", "'=1+1"), ("+SUM(A1)", "'+SUM(A1)"), ("-2", "'-2"), ("@x", "'@x"), ("\tx", "'\tx"),
            ("  =1", "'  =1"), ("＝1", "'＝1"), ("+447700900001", "+447700900001"), ("+", "'+"), ("Ada", "Ada"),
            ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("a\r\nb", "\"a\r\nb\""), ("=A,B", "\"'=A,B\""),
            ("\u{1B}[2Jx\u{9B}\u{0}", "[2Jx"), ("\u{0}=1", "'=1"),
        ])
    func csvCell(text: String, cell: String) { #expect(CSVText.cell(text) == cell) }

    @Test("comma-separated rows have a head, and end in CR LF")
    func csv() async throws {
        try await ask("+447700900001", reason: "=HYPERLINK(\"http://evil\")", due: nil)
        let text = try listing().export(as: .csv)
        #expect(text.hasPrefix("id,list,number,status,overdue,reason,") && text.hasSuffix("\r\n"))
        #expect(text.contains("\r\n1,repairs,+447700900001,new,false,\"'=HYPERLINK(\"\"http://evil\"\")\","))
    }

    @Test("the calendar has an event for each open request, folded and escaped")
    func calendar() async throws {
        let long = String(repeating: "ż", count: 80)
        try await ask("+447700900001", reason: "a, b; c\\d\nEND:VCALENDAR \(long)", name: "Ada", due: 3600)
        try await ask("+447700900002", due: nil)
        _ = try CallbackWork(configuration) { Self.someday }.done(2, note: nil)
        let text = try listing(after: 10).calendar()
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.count { $0 == "BEGIN:VEVENT" } == 1 && lines.count { $0 == "END:VCALENDAR" } == 1)
        #expect(lines.contains("DTSTART:20260303T170000Z") && lines.contains("DTEND:20260303T180000Z"))
        #expect(lines.contains("SUMMARY:call back Ada\\, +447700900001 (repairs)"))
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(text.contains("DESCRIPTION:a\\, b\\; c\\\\d\\nEND:VCALENDAR "))
    }

    @Test("claim, note, done, retry and cancel say where the request stands, and refuse what does not go with it")
    func work() async throws {
        try await ask("+447700900001", due: nil)
        let work = try CallbackWork(configuration) { Self.someday + 5 }
        #expect(
            try work.claim(1, owner: "anna", isForced: false).hasSuffix("is anna's now; it is not called by itself"))
        #expect(throws: StartError.records("callback 1 is anna's already")) {
            try work.claim(1, owner: "ben", isForced: false)
        }
        _ = try work.claim(1, owner: "ben", isForced: true)
        _ = try work.note(1, "rings back after six")
        #expect(try work.cancel(1, note: "gave up") == "callback 1 (repairs, +447700900001) is cancelled")
        #expect(throws: StartError.records("callback 1 has ended already: it is cancelled")) {
            try work.done(1, note: nil)
        }
        #expect(try work.retry(1).hasSuffix("is due now"))
        _ = try work.release(1)
        _ = try work.done(1, note: nil)
        #expect(throws: StartError.records("callback 1 is done; what was settled is not called again")) {
            try work.retry(1)
        }
        #expect(throws: StartError.records("there is no row 9 in callbacks")) { try work.note(9, "x") }
        let story = try listing().show(1, json: false)
        #expect(story.contains("repairs: done") && story.contains("note: rings back after six\n  note: gave up"))
        #expect(try listing().stats(days: nil, json: false).contains("all"))
    }

    @Test("a person is exported and forgotten by the number as people write it")
    func person() async throws {
        try await ask("+447700900001", due: nil)
        try await ask("+447700900002", due: nil)
        let desk = try PersonDesk(configuration)
        let export = try desk.export("07700 900001")
        #expect(export.contains("\"number\" : \"+447700900001\"") && !export.contains("+447700900002"))
        let answer = try desk.forget("07700 900001")
        #expect(answer.text == "removed 1 from callbacks" && answer.isComplete)
        #expect(try desk.forget("+44 7700 900001").text == "nothing is held about +447700900001")
        #expect(throws: StartError.setting("\"Ada\" is no number; expected one such as +44 7700 900001")) {
            try desk.forget("Ada")
        }
        #expect(try records.reader.callbacks().map(\.id) == [2])
    }
}
