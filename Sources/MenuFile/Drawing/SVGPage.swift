/// A drawing of Graphviz, put on a sheet of A4 paper.
public struct SVGPage: Sendable {
    /// How a sheet lies.
    public enum Paper: Sendable, CaseIterable {
        /// 210 mm wide.
        case portrait
        /// 297 mm wide.
        case landscape

        /// Width and height in points.
        var size: (width: Double, height: Double) { self == .portrait ? (595.3, 841.9) : (841.9, 595.3) }

        /// Width and height as SVG has them.
        var measures: (width: String, height: String) { self == .portrait ? ("210mm", "297mm") : ("297mm", "210mm") }
    }

    /// How much smaller than drawn it is, at most 1.
    public let scale: Double
    private let paper: Paper
    private let width: Double
    private let content: Substring

    /// The paper that stays white at each side, in points: 6 mm.
    private static let margin = 17.0

    /// - Parameters:
    ///   - drawing: what `dot -Tsvg` wrote.
    ///   - paper: the sheet.
    /// - Returns: nil when it is no drawing.
    public init?(_ drawing: String, on paper: Paper) {
        guard let start = drawing.firstRange(of: "<svg "), let head = drawing[start.lowerBound...].firstIndex(of: ">"),
            let box = drawing[start.lowerBound..<head].firstRange(of: "viewBox=\"")
        else { return nil }
        let numbers = drawing[box.upperBound..<head].prefix { $0 != "\"" }.split(separator: " ").compactMap {
            Double($0)
        }
        guard numbers.count == 4, numbers[2] > 0, numbers[3] > 0 else { return nil }
        let room = (width: paper.size.width - 2 * Self.margin, height: paper.size.height - 2 * Self.margin)
        scale = min(1, room.width / numbers[2], room.height / numbers[3])
        self.paper = paper
        width = numbers[2]
        content = drawing[drawing.index(after: head)...]
    }

    /// The page as an SVG file of its own.
    public func text(title: String) -> String {
        let left = (paper.size.width - width * scale) / 2
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
            width="\(paper.measures.width)" height="\(paper.measures.height)" \
            viewBox="0 0 \(paper.size.width) \(paper.size.height)">
            <title>\(XMLText.encoded(title))</title>
            <rect width="100%" height="100%" fill="white"/>
            <g transform="translate(\(left) \(Self.margin)) scale(\(scale))">
            \(content.replacing("</svg>", with: "</g>"))</svg>
            """
    }
}
