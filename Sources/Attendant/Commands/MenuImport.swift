import Foundation
import Import

/// `attendant import`: a menu file made of another system's configuration.
public struct MenuImport: Sendable {
    /// Whose configuration it is.
    public enum Source: Sendable {
        /// A mysqldump of FreePBX' database.
        case freePBX
        /// XML with FreeSWITCH's `<menu>` elements.
        case freeSwitch
    }

    /// The menu file, without its line end.
    public let text: String
    /// What could not be carried over, a line each.
    public let remarks: [String]

    /// Larger files are refused unread, whatever they are.
    private static let mostBytes: UInt64 = 64 << 20

    /// - Parameter start: the menu with which calls begin; nil: where the source says so.
    /// - Throws: `StartError.file`, one line.
    public init(_ source: Source, file: String, start: String?) throws(StartError) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        guard attributes?[.type] as? FileAttributeType == .typeRegular || attributes == nil else {
            throw .file("\(file): expected a file")
        }
        if let size = attributes?[.size] as? NSNumber, size.uint64Value > Self.mostBytes {
            throw .file("\(file): larger than \(Self.mostBytes >> 20) MB; no such configuration is that long")
        }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw .file("\(file): cannot be read; expected \(source == .freePBX ? "a mysqldump" : "an XML file")")
        }
        do throws(ImportError) {
            let menu =
                switch source {
                case .freePBX: try ImportedMenu(freePBX: data, start: start)
                case .freeSwitch: try ImportedMenu(freeSwitch: data, start: start)
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
