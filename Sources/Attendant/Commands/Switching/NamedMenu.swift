import Foundation
import MenuFile
import Reception

/// A menu that a command is about: a name of the menus folder, or a file.
struct NamedMenu {
    /// The name that calls know it by.
    let name: String
    /// Where it is kept.
    let file: String
    let document: MenuDocument
    /// The zone of the file, else the server's.
    let zone: TimeZone

    /// - Throws: `StartError.menus` when there is no such menu, or its file has errors: one line.
    init(_ text: String, _ configuration: Configuration) throws(StartError) {
        let file = Self.file(text, configuration)
        guard FileManager.default.fileExists(atPath: file) else {
            let names = (try? MenuFolder(configuration.menus).files().map(MenuFolder.name)) ?? []
            let there = names.isEmpty ? "a menu file" : "one of \(names.joined(separator: ", "))"
            throw .menus("\(text): there is no \(file); expected \(there)")
        }
        let (version, findings) = try MenuFolder.load(file)
        guard let version else {
            let first = findings.first { $0.severity == .error }.map(\.description) ?? ""
            throw .menus("\(first) (attendant check \(file) says everything)")
        }
        self.file = file
        document = version.document
        name = document.fileName
        zone = Self.zone(document, configuration)
    }

    /// Whether the text is a file and no name.
    private static func file(_ text: String, _ configuration: Configuration) -> String {
        text.contains("/") || text.hasSuffix(".json")
            ? text : (configuration.menus as NSString).appendingPathComponent("\(text).json")
    }

    static func zone(_ document: MenuDocument, _ configuration: Configuration) -> TimeZone {
        TimeZone(identifier: document.timeZone ?? configuration.timezone) ?? .current
    }

    /// The schedule that is meant: the one of that name, else `office`, else the only one.
    ///
    /// - Throws: `StartError.setting` when the file has no such schedule, or several to choose from; `menus` when it has
    ///   none.
    func schedule(_ wanted: String?) throws(StartError) -> Schedule {
        let names = document.schedules.map(\.name).joined(separator: ", ")
        guard let first = document.schedules.first else {
            throw .menus("\(name).json has no hours; expected \"hours\": { \"mon-fri\": \"8:00-17:00\" }")
        }
        guard let wanted else {
            if let office = document.schedule("office") { return office }
            guard document.schedules.count == 1 else {
                throw .setting("--schedule is needed: \(name).json has \(names)")
            }
            return first
        }
        guard let schedule = document.schedule(wanted) else {
            throw .setting("--schedule: \"\(wanted)\" is no schedule of \(name).json; it has \(names)")
        }
        return schedule
    }
}
