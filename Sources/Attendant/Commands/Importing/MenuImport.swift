import Foundation
import Import

/// `attendant import`: a menu file made of another system's configuration.
public struct MenuImport: Sendable {
    /// Whose configuration it is.
    public enum Source: Sendable {
        /// A mysqldump of FreePBX' database, or a backup that FreePBX has made; either may be compressed by gzip.
        case freePBX
        /// XML with FreeSWITCH's `<menu>` elements.
        case freeSwitch
    }

    /// The menu file, without its line end.
    public let text: String
    /// What could not be carried over, a line each.
    public let remarks: [String]

    /// - Parameter start: the menu with which calls begin; nil: where the source says so.
    /// - Throws: `StartError.file`, one line.
    public init(_ source: Source, file: String, start: String?) throws(StartError) {
        let target = URL(fileURLWithPath: file).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: target)
        guard attributes?[.type] as? FileAttributeType == .typeRegular || attributes == nil else {
            throw .file("\(file): expected a file")
        }
        guard let handle = FileHandle(forReadingAtPath: file) else {
            let kind = source == .freePBX ? "a mysqldump or a backup" : "an XML file"
            throw .file("\(file): cannot be read; expected \(kind)")
        }
        do throws(ImportError) {
            let contents = ImportedFile(handle)
            let menu =
                switch source {
                case .freePBX: try contents.freePBX(start: start)
                case .freeSwitch: try ImportedMenu(freeSwitch: contents.all(), start: start)
                }
            text = String(menu.text.dropLast())
            remarks = menu.remarks
        } catch {
            throw .file("\(file): \(error)")
        }
    }

    /// Writes the menu file; one that is there already is left alone.
    ///
    /// - Throws: `StartError.file`.
    public func write(to output: String) throws(StartError) {
        do {
            try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: output), options: .withoutOverwriting)
        } catch {
            throw .file("\(output): cannot be written: \(error.localizedDescription)")
        }
    }
}
