import Foundation
import MenuFile

/// Graphviz' program `dot`, which lays a picture out.
enum Graphviz {
    /// Whether this machine has it.
    static var isThere: Bool { Executable("dot") != nil }

    /// A menu takes a fraction of a second; nobody waits longer for one.
    private static let deadline = 30

    /// A picture on one A4 page, in the direction and the position of the page in which it is largest.
    ///
    /// - Throws: `StartError.file` when there is no Graphviz, or it fails.
    static func page(_ graph: MenuGraph) throws(StartError) -> (text: String, remark: String?) {
        guard let dot = Executable("dot") else {
            throw .file("there is no program dot: install graphviz, or write --format mermaid or --format dot")
        }
        var pages: [SVGPage] = []
        for layout in MenuGraph.Layout.all {
            let drawing = try draw(graph.dot(layout, page: nil), dot)
            for paper in SVGPage.Paper.allCases {
                guard let page = SVGPage(drawing, on: paper) else {
                    throw .file("\(dot.path): has drawn something that is no picture")
                }
                pages.append(page)
            }
        }
        guard let best = pages.max(by: { $0.scale < $1.scale }) else { throw .file("\(dot.path): has drawn nothing") }
        let size = best.scale * MenuGraph.fontSize
        let remark =
            "letters are \(String(format: "%.1f", size)) points high on one A4 page; print it larger to read it well"
        return (best.text(title: graph.title), size < 9 ? remark : nil)
    }

    private static func draw(_ text: String, _ dot: Executable) throws(StartError) -> String {
        let folder = NSTemporaryDirectory() + "attendant-draw-\(UUID().uuidString)"
        let drawn: String?
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            defer { try? FileManager.default.removeItem(atPath: folder) }
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/menu.dot"))
            if let why = dot.run(["-Tsvg", "-o", folder + "/menu.svg", folder + "/menu.dot"], deadline: deadline) {
                throw StartError.file(why)
            }
            drawn = try String(contentsOfFile: folder + "/menu.svg", encoding: .utf8)
        } catch let error as StartError {
            throw error
        } catch {
            throw .file("\(folder): \(error.localizedDescription)")
        }
        return drawn ?? ""
    }
}
