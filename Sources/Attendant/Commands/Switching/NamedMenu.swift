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
    /// The lines recorded beside it.
    let recordings: LineRecordings
    /// The zone of the file, else the server's.
    let zone: TimeZone
    /// Why the file cannot be served, in one line; nil: it can.
    let fault: String?

    /// - Parameter inNeed: whether a file with errors will do, as far as it can be read: what a server serves then is a
    ///   version before it.
    /// - Throws: `StartError.menus` when there is no such menu, or its file has errors: one line.
    init(_ text: String, _ configuration: Configuration, inNeed: Bool = false) throws(StartError) {
        let file = Self.file(text, configuration)
        guard FileManager.default.fileExists(atPath: file) else {
            let names = (try? MenuFolder(configuration.menus).files().map(MenuFolder.name)) ?? []
            let there = names.isEmpty ? "a menu file" : "one of \(names.joined(separator: ", "))"
            throw .menus("\(text): there is no \(file); expected \(there)")
        }
        let data = try MenuFolder.bytes(of: file)
        let (version, findings) = MenuFolder.load(data, of: file)
        let first = findings.first { $0.severity == .error }?.description
        fault = version == nil ? first ?? "\(file): cannot be served" : nil
        let stand = inNeed ? StandInMenu.document(of: data, fileName: (file as NSString).lastPathComponent) : nil
        guard let document = version?.document ?? stand else {
            throw .menus("\(fault ?? "") (attendant check \(file) says everything)")
        }
        self.file = file
        self.document = document
        recordings = version?.recordings ?? .none
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

    /// The name of the schedule that is meant. Where the file has errors and its hours cannot be read, what is wanted, or
    /// `office`, is taken at its word.
    ///
    /// - Throws: as `schedule`.
    func scheduleName(_ wanted: String?) throws(StartError) -> String {
        if fault != nil, document.schedules.isEmpty { return wanted ?? "office" }
        return try schedule(wanted).name
    }

    /// What to say of a file with errors.
    var warning: String? {
        fault.map {
            "\($0)\nwarning: \(name).json has errors; what is switched counts for the version that answers calls"
        }
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
