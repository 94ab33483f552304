import Foundation
import MenuFile
import Reception
import Speech

/// `attendant script`: the whole text of a menu as callers hear it, with the names that recordings of it have.
public struct MenuScript: Sendable {
    /// How a script is printed.
    public enum Format: String, Sendable, CaseIterable {
        /// For people: a page a speaker reads from.
        case text
        /// One row a line: language, text, file, state, place.
        case csv
        /// One object.
        case json
    }

    private let menu: String
    private let entries: [PromptScript.Entry]
    private let unused: [String]
    /// Recordings that cannot be played, and why.
    private let unreadable: [(path: String, why: String)]
    /// The folder in which the menu file and its recordings lie, as it was named.
    private let folder: String

    /// The script of a menu.
    ///
    /// - Parameters:
    ///   - menu: a menu's name, or a menu file.
    ///   - language: only this one; nil: all.
    ///   - isMissing: only lines that could be recorded and are not.
    /// - Throws: `StartError.menus`: the menu is not there, has errors, or has no such language.
    public init(
        _ menu: String, _ configuration: Configuration, language: String?, onlyMissing isMissing: Bool
    ) throws(StartError) {
        let named = try NamedMenu(menu, configuration)
        if let language, !named.document.languages.contains(language) {
            let languages = named.document.languages.joined(separator: ", ")
            throw .menus(
                "--language: \(named.name).json does not speak \"\(PlainText.of(language))\"; it speaks \(languages)")
        }
        let script = PromptScript(
            MenuVersion(document: named.document, version: "", recordings: named.recordings))
        let check = RecordingCheck(menus: Opening.absolute((named.file as NSString).deletingLastPathComponent))
        let unreadable = named.recordings.all.compactMap { path in
            check.problem(of: path).map { (path: path, why: "\($0)") }
        }
        self.unreadable = unreadable
        self.menu = named.name
        folder = (named.file as NSString).deletingLastPathComponent
        unused = script.unused(of: named.recordings)
        entries = script.entries.filter { entry in
            guard language == nil || entry.language == language else { return false }
            return !isMissing || entry.isMissing || unreadable.contains { $0.path == entry.file }
        }
    }

    /// The script, without its last line end.
    public func printed(_ format: Format) -> String {
        switch format {
        case .text: page
        case .csv: table
        case .json: object
        }
    }
}

extension PromptScript.Entry {
    fileprivate var isMissing: Bool { if case .line(_, false) = kind { true } else { false } }

    /// Its file, relative to the menu's folder; nil: it is never recorded.
    fileprivate var file: String? {
        switch kind {
        // Of what is there the path is known without its ending: any that Attendant reads will do.
        case .line(let path, let isRecorded): isRecorded ? path : path + ".wav"
        case .played(let path): path
        case .variable: nil
        }
    }

    fileprivate var state: String {
        switch kind {
        case .line(_, true): "recorded"
        case .line(_, false): "to record"
        case .played: "in the menu"
        case .variable: "spoken"
        }
    }
}

// MARK: - For people

extension MenuScript {
    private var page: String {
        var lines: [String] = []
        var language = "", place = ""
        for entry in entries {
            if entry.language != language {
                lines += lines.isEmpty ? [] : [""]
                lines.append("# \(menu), \(entry.language)")
                (language, place) = (entry.language, "")
            }
            if entry.place != place {
                lines += ["", "## \(PlainText.of(entry.place))"]
                place = entry.place
            }
            lines += ["", "  \(PlainText.of(entry.text, lineBreak: " "))", "  \(note(entry))"]
        }
        return (lines + summary).joined(separator: "\n")
    }

    private func note(_ entry: PromptScript.Entry) -> String {
        switch entry.kind {
        case .line(_, true): "→ \(entry.file ?? "") (\(state(of: entry)))"
        case .line(_, false): "→ \(entry.file ?? "")"
        case .played: "→ \(entry.file ?? "") (played by the menu file)"
        case .variable: "→ always spoken: what stands in braces is known in the call only"
        }
    }

    private func state(of entry: PromptScript.Entry) -> String {
        unreadable.contains { $0.path == entry.file } ? "unreadable" : entry.state
    }

    private var summary: [String] {
        let lines = entries.filter { if case .line = $0.kind { true } else { false } }
        let missing = lines.filter { $0.isMissing || state(of: $0) == "unreadable" }
        let place = LineRecordings.folder(of: menu)
        let where_ = folder.isEmpty ? "\(place)/" : "\(folder)/\(place)/"
        var summary = entries.isEmpty ? [] : [""]
        summary.append(
            lines.isEmpty
                ? "No line is left to record."
                : "\(lines.count) lines can be recorded, \(missing.count) are not. A recording put into \(where_) under its "
                    + "name is heard instead of eSpeak NG; the words may be renamed, the last eight characters not.")
        summary += unused.map { "\(PlainText.of($0)): no line has these words any more" }
        return summary + unreadable.map { "\(PlainText.of($0.why)); the line is spoken" }
    }
}

// MARK: - For programs

extension MenuScript {
    private var table: String {
        CSVText.lines(
            [["language", "text", "file", "state", "place"]]
                + entries.map { [$0.language, $0.text, $0.file ?? "", state(of: $0), $0.place] })
    }

    private struct Printed: Encodable {
        struct Line: Encodable {
            let language: String
            let text: String
            let file: String?
            let state: String
            let place: String
        }
        let menu: String
        let lines: [Line]
        let unused: [String]
    }

    private var object: String {
        let lines = entries.map {
            Printed.Line(language: $0.language, text: $0.text, file: $0.file, state: state(of: $0), place: $0.place)
        }
        return JSONText.of(Printed(menu: menu, lines: lines, unused: unused))
    }
}
