public import Foundation
import MenuFile
import Records

/// `attendant notice list`: the notices of menu files and those that were added, and which of them are heard now.
public struct NoticeList {
    private let entries: [Entry]

    /// One notice.
    private struct Entry: Encodable {
        let menu: String
        let name: String
        let text: String
        /// Whether it is heard now.
        let isOn: Bool
        /// on, off, over, later.
        let state: String
        let from: String?
        let until: String?
        /// "file" or "added".
        let source: String

        enum Key: String, CodingKey { case menu, name, text, isOn = "on", state, from, until, source }

        func encode(to encoder: any Encoder) throws {
            var object = encoder.container(keyedBy: Key.self)
            try object.encode(menu, forKey: .menu)
            try object.encode(name, forKey: .name)
            try object.encode(text, forKey: .text)
            try object.encode(isOn, forKey: .isOn)
            try object.encode(state, forKey: .state)
            try object.encode(from, forKey: .from)
            try object.encode(until, forKey: .until)
            try object.encode(source, forKey: .source)
        }
    }

    /// Reads the menu files and the database, also beside a running server.
    ///
    /// - Parameters:
    ///   - menu: only this one; nil: all of the menus folder, and what was added to others.
    ///   - now: the moment.
    /// - Throws: `StartError`.
    public init(_ menu: String?, _ configuration: Configuration, now: Date = Date()) throws(StartError) {
        let rows: [NoticeRow]
        do throws(RecordsError) {
            rows = try RecordsReader(file: Opening.database(configuration)).notices()
        } catch {
            throw .records("\(error)")
        }
        let menus = try Self.menus(menu, configuration)
        var entries: [Entry] = []
        for menu in menus { entries += Self.entries(menu, rows, now) }
        let known = Set(menus.map(\.name))
        if menu == nil { entries += rows.filter { !known.contains($0.menu) }.map { Self.entry($0, now) } }
        self.entries = entries
    }

    /// A file that has errors is left out here: what was added to it is listed all the same.
    private static func menus(_ menu: String?, _ configuration: Configuration) throws(StartError) -> [NamedMenu] {
        if let menu { return [try NamedMenu(menu, configuration)] }
        return try MenuFolder(configuration.menus).files().compactMap { try? NamedMenu($0, configuration) }
    }

    private static func entries(_ menu: NamedMenu, _ rows: [NoticeRow], _ now: Date) -> [Entry] {
        let rows = rows.filter { $0.menu == menu.name }
        let own = menu.document.notices.map { notice in
            entry(notice, rows.first { $0.name == notice.id }, menu, now)
        }
        return own + rows.filter { row in !menu.document.notices.contains { $0.id == row.name } }.map { entry($0, now) }
    }

    private static func entry(_ notice: Notice, _ row: NoticeRow?, _ menu: NamedMenu, _ now: Date) -> Entry {
        let text = row?.text ?? notice.say.words(menu.document.languages.first ?? "en")
        let moment = SpokenMoment(zone: menu.zone, now: now)
        if let row {
            return Entry(
                menu: menu.name, name: notice.id, text: text, isOn: row.isHeard(now), state: row.state(now), from: nil,
                until: row.until.map(moment.written), source: "file")
        }
        let (from, until) = (notice.from.flatMap { try? moment.at($0) }, notice.until.flatMap { try? moment.at($0) })
        let isMeant = notice.on ?? (from != nil || until != nil)
        let state =
            if !isMeant { "off" } else if let until, until <= now { "over" } else if let from, from > now {
                "later"
            } else {
                "on"
            }
        return Entry(
            menu: menu.name, name: notice.id, text: text, isOn: state == "on", state: state,
            from: from.map(moment.written), until: until.map(moment.written), source: "file")
    }

    private static func entry(_ row: NoticeRow, _ now: Date) -> Entry {
        let moment = SpokenMoment(zone: TimeZone(identifier: row.timeZone) ?? .current, now: now)
        return Entry(
            menu: row.menu, name: row.name, text: row.text ?? "", isOn: row.isHeard(now), state: row.state(now),
            from: nil, until: row.until.map(moment.written), source: row.text == nil ? "file" : "added")
    }

    /// A table.
    public var text: String {
        guard !entries.isEmpty else { return "no notices" }
        return Table(
            ["MENU", "NAME", "STATE", "UNTIL", "TEXT"],
            entries.map { [$0.menu, $0.name, $0.state, $0.until ?? "", $0.text] }
        ).text
    }

    /// An array of objects: menu, name, text, on, state, from, until, source.
    public var json: String { JSONText.of(entries) }
}

extension NoticeRow {
    fileprivate func isHeard(_ now: Date) -> Bool { state(now) == "on" }

    fileprivate func state(_ now: Date) -> String {
        guard isOn else { return "off" }
        return until.map { $0 <= now } == true ? "over" : "on"
    }
}

extension Text {
    /// The text as somebody reads it in a list: variables in their braces, recordings by their transcripts or names.
    fileprivate func words(_ language: String) -> String {
        switch self {
        case .template(let template):
            template.parts.map { part in
                switch part {
                case .literal(let text): text
                case .variable(let name, _, _): "{\(name)}"
                }
            }.joined()
        case .perLanguage(let texts):
            (texts.first { $0.language == language } ?? texts.first)?.text.words(language) ?? ""
        case .joined(let texts): texts.map { $0.words(language) }.filter { !$0.isEmpty }.joined(separator: " ")
        case .recording(let path, let transcript): transcript?.words(language) ?? "[\(path)]"
        case .pause, .tone: ""
        }
    }
}
