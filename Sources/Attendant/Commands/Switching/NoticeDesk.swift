public import Foundation
import MenuFile
import Records

/// `attendant notice`: announcements that are switched while the server runs, which sees them within two seconds.
public struct NoticeDesk {
    /// Longer ones are refused: nobody listens for more than a minute and a half.
    public static let mostCharacters = 1_000

    private let configuration: Configuration
    private let now: @Sendable () -> Date
    private let warn: @Sendable (String) -> Void

    /// - Parameters:
    ///   - now: the calendar's time.
    ///   - warn: told that a menu file has errors which do not keep its notices from being switched.
    public init(
        _ configuration: Configuration, now: @escaping @Sendable () -> Date = { Date() },
        warn: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.now = now
        self.warn = warn
    }

    /// Makes a notice and switches it on.
    ///
    /// - Parameters:
    ///   - text: what callers hear, as it stands: no variables, no markup.
    ///   - name: its name; nil: notice-1, notice-2…
    ///   - until: as people write it; nil: until it is switched off.
    /// - Returns: one line.
    /// - Throws: `StartError`.
    public func add(_ text: String, to menu: String, name: String?, until: String?) throws(StartError) -> String {
        let menu = try NamedMenu(menu, configuration, inNeed: true)
        let text = try Self.spoken(text)
        let own = Set(menu.document.notices.map(\.id))
        if let name { try Self.check(name, own, menu) }
        let end = try self.end(until, menu)
        let row = try write { writer throws(RecordsError) in
            try writer.addNotice(
                text, named: name, menu: menu.name, taken: own, until: end, timeZone: menu.zone.identifier)
        }
        if let warning = menu.warning { warn(warning) }
        return line(row, menu)
    }

    /// Switches a notice of the menu file, or one that was added, on or off.
    ///
    /// - Returns: one line.
    /// - Throws: `StartError`; `setting` when there is no notice of that name.
    public func turn(
        _ name: String, of menu: String, on isOn: Bool, until: String? = nil
    ) throws(StartError) -> String {
        let menu = try NamedMenu(menu, configuration, inNeed: true)
        let end = try self.end(until, menu)
        let known = try names(menu)
        // The names of a file that cannot be read are known to the server alone.
        guard known.contains(name) || menu.fault != nil else { throw Self.unknown(name, known, menu) }
        let row = try write { writer throws(RecordsError) in
            try writer.switchNotice(
                name, menu: menu.name, isOn: isOn, until: end, timeZone: menu.zone.identifier)
        }
        if let warning = menu.warning { warn(warning) }
        return line(row, menu)
    }

    /// Forgets a notice that was added, or lets the menu file's own `on`, `from` and `until` count again.
    ///
    /// - Returns: one line.
    /// - Throws: `StartError`; `setting` when there is nothing to forget.
    public func remove(_ name: String, of menu: String) throws(StartError) -> String {
        let menu = try NamedMenu(menu, configuration, inNeed: true)
        let isGone = try write { writer throws(RecordsError) in try writer.removeNotice(name, menu: menu.name) }
        if let warning = menu.warning { warn(warning) }
        guard menu.document.notices.contains(where: { $0.id == name }) else {
            guard isGone else { throw Self.unknown(name, try names(menu), menu) }
            return "\(menu.name): \(name) is gone"
        }
        return "\(menu.name): \(name) is as \(menu.name).json has it"
    }

    private func names(_ menu: NamedMenu) throws(StartError) -> [String] {
        let own = menu.document.notices.map(\.id)
        let rows = try write { writer throws(RecordsError) in try writer.reader.notices(menu: menu.name) }
        return own + rows.map(\.name).filter { !own.contains($0) }
    }

    private func end(_ text: String?, _ menu: NamedMenu) throws(StartError) -> Date? {
        guard let text else { return nil }
        return try SpokenMoment(zone: menu.zone, now: now()).until(text)
    }

    private func line(_ row: NoticeRow, _ menu: NamedMenu) -> String {
        let end = row.until.map { " until \(SpokenMoment(zone: menu.zone, now: now()).shown($0))" } ?? ""
        let text = row.text.map { ": \"\($0)\"" } ?? ""
        return "\(menu.name): \(row.name) is \(row.isOn ? "on" : "off")\(row.isOn ? end : "")\(text)"
    }

    private func write<Value>(_ body: (SwitchWriter) throws(RecordsError) -> Value) throws(StartError) -> Value {
        do throws(RecordsError) {
            return try body(try SwitchWriter(file: Opening.database(configuration), now: now))
        } catch {
            throw .records("\(error)")
        }
    }
}

// MARK: - What is accepted

extension NoticeDesk {
    private static func spoken(_ text: String) throws(StartError) -> String {
        let words = SpokenText.withoutControls(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else { throw .setting("the notice has no words; expected what callers shall hear") }
        guard words.count <= mostCharacters else {
            throw .setting("the notice has \(words.count) characters; at most \(mostCharacters) are spoken")
        }
        return words
    }

    private static func check(_ name: String, _ own: Set<String>, _ menu: NamedMenu) throws(StartError) {
        let isName =
            name.utf8.first.map { (97...122).contains($0) } == true
            && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        guard isName, name.utf8.count <= 64 else {
            throw .setting("--name: \"\(name)\" is no name; expected small letters, digits and -, as water-main")
        }
        guard !own.contains(name) else {
            throw .setting(
                "--name: \"\(name)\" is a notice of \(menu.name).json; switch it with: attendant notice on "
                    + "\(menu.name) \(name)")
        }
    }

    private static func unknown(_ name: String, _ known: [String], _ menu: NamedMenu) -> StartError {
        let there = known.isEmpty ? "it has none" : "there are \(known.joined(separator: ", "))"
        return .setting("\(menu.name) has no notice \"\(name)\"; \(there)")
    }
}
