import Foundation
import MenuFile
import Reception
import Rehearsal

/// `attendant draw`: a menu as a picture.
public struct MenuPicture: Sendable {
    /// How a picture is written.
    public enum Format: String, Sendable, CaseIterable {
        /// One A4 page, drawn by Graphviz.
        case svg
        /// Graphviz' own language.
        case dot
        /// Text that Markdown of many places shows as a picture.
        case mermaid
    }

    /// The picture, without a line end.
    public let text: String
    /// What the reader should know of it; nil: nothing.
    public let remark: String?

    /// Draws a menu.
    ///
    /// - Parameters:
    ///   - menu: a menu's name, or a menu file.
    ///   - format: nil: by the ending of `output`, else SVG where this machine has Graphviz and Mermaid where not.
    ///   - output: the file that the picture is for; it is not written here.
    ///   - seconds: whether arrows say after how many seconds a newcomer goes that way.
    /// - Throws: `StartError`: the menu is not there or has errors, or Graphviz is missing or fails.
    public init(
        _ menu: String, _ configuration: Configuration, format: Format?, output: String?, seconds: Bool
    ) async throws(StartError) {
        let named = try NamedMenu(menu, configuration)
        var graph = named.document.graph
        var isEstimated = false
        if seconds {
            let sounds = RehearsedSounds.prompts(of: named.file, configuration)
            isEstimated = sounds.isEstimated
            graph = await graph.timed(
                named.document, by: RecordedPrompts(sounds.library, named.recordings))
        }
        let estimated = isEstimated ? "seconds are estimates, for there is no eSpeak NG" : nil
        let wanted: Format
        if let format { wanted = format } else { wanted = try Self.format(of: output) }
        switch wanted {
        case .dot: (text, remark) = (String(graph.dot().dropLast()), estimated)
        case .mermaid: (text, remark) = (String(graph.mermaid.dropLast()), estimated)
        case .svg:
            let page = try Graphviz.page(graph)
            text = page.text
            let remarks = [page.remark, estimated].compactMap { $0 }
            remark = remarks.isEmpty ? nil : remarks.joined(separator: "; ")
        }
    }

    /// Writes the picture, or prints it where no file is named.
    ///
    /// - Throws: `StartError.file`.
    public func write(to output: String) throws(StartError) {
        do {
            try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            throw .file("\(output): cannot be written: \(error.localizedDescription)")
        }
    }

    private static func format(of output: String?) throws(StartError) -> Format {
        guard let output else { return Graphviz.isThere ? .svg : .mermaid }
        switch (output as NSString).pathExtension.lowercased() {
        case "svg": return .svg
        case "dot", "gv": return .dot
        case "mmd", "md", "mermaid": return .mermaid
        default:
            throw .setting("--output: \(output) ends in no known way; expected .svg, .dot or .mmd, or a --format")
        }
    }
}
