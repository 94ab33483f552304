extension MenuGraph {
    /// How a picture is laid out.
    public struct Layout: Sendable, Equatable {
        /// Whether it grows from left to right, else from top to bottom.
        public let growsRight: Bool
        /// The most characters of a line.
        public let columns: Int
        /// Where what holds everywhere stands.
        public let everywhere: Place

        /// Where the boxes stand that no arrow leads to.
        public enum Place: Sendable, CaseIterable { case beside, halfway, last }

        /// A layout; the defaults suit most menus.
        public init(growsRight: Bool = true, columns: Int = 38, everywhere: Place = .beside) {
            self.growsRight = growsRight
            self.columns = columns
            self.everywhere = everywhere
        }

        /// All that are worth trying, for whatever fits a page best.
        public static let all = [true, false].flatMap { right in
            [34, 26, 20].flatMap { columns in
                Place.allCases.map { Layout(growsRight: right, columns: columns, everywhere: $0) }
            }
        }
    }

    /// The size of letters before a picture is made to fit its page, in points.
    public static let fontSize = 11.0

    /// The graph in Graphviz' language, black on white, to fit one page.
    ///
    /// - Parameters:
    ///   - layout: how it is laid out.
    ///   - page: width and height in inches that it may have; it is made smaller when it is larger, never larger.
    ///     Nil: as large as it comes out.
    public func dot(_ layout: Layout = Layout(), page: (width: Double, height: Double)? = (7.6, 11.0)) -> String {
        let size = page.map { "size=\"\($0.width),\($0.height)\", " } ?? ""
        var lines = [
            "digraph \(DotText.quoted(title)) {",
            "  graph [rankdir=\(layout.growsRight ? "LR" : "TB"), \(size)margin=0, nodesep=0.1, ranksep=0.18];",
            "  node [\(Self.font), margin=\"0.05,0.03\", height=0.2, width=0.2, shape=box, color=black];",
            "  edge [\(Self.font), color=black, arrowsize=0.7];",
        ]
        lines += nodes.map {
            "  \($0.id) [\(Self.form($0)), label=<\(Self.label($0.wrapped(layout.columns), "", "&#160;"))>];"
        }
        lines += edges.map { edge in
            let label = edge.label.isEmpty ? "" : " [label=<\(Self.label(edge.label, "&#160;", ""))>]"
            return "  \(edge.from) -> \(edge.to)\(label);"
        }
        if let anchor = anchor(layout.everywhere) {
            lines += everywhere.map { "  \(anchor) -> \($0) [style=invis, weight=0];" }
        }
        return (lines + ["}", ""]).joined(separator: "\n")
    }

    private static let font = "fontname=\"Helvetica,Arial,sans-serif\", fontsize=\(fontSize)"

    /// The boxes that no arrow leads to, but for the first.
    private var everywhere: [String] {
        let led = Set(edges.map(\.to))
        return nodes.dropFirst().map(\.id).filter { !led.contains($0) }
    }

    /// The box behind which what holds everywhere is to stand; nil: none.
    private func anchor(_ place: Layout.Place) -> String? {
        guard place != .beside, let first = nodes.first?.id else { return nil }
        let ways = Dictionary(grouping: edges, by: \.from)
        var ranks = [first]
        var seen: Set = [first]
        var front = ranks
        while true {
            front = front.flatMap { ways[$0] ?? [] }.map(\.to).filter { seen.insert($0).inserted }
            guard let last = front.last else { break }
            ranks.append(last)
        }
        return place == .last ? ranks.last : ranks[ranks.count / 2]
    }

    private static func form(_ node: Node) -> String {
        let style = node.isReached ? "" : ",dashed"
        switch node.kind {
        case .entry: return "style=\"rounded,bold\(style)\""
        case .hours: return "style=\"diagonals\(style)\""
        case .menu: return "style=\"bold\(style)\""
        case .step: return "style=\"solid\(style)\""
        case .person: return "style=\"rounded,bold\(style)\""
        case .request: return "shape=note, style=\"solid\(style)\""
        case .end: return "peripheries=2, style=\"solid\(style)\""
        case .reference: return "shape=plaintext"
        }
    }

    private static func label(_ lines: [Line], _ side: String, _ bold: String) -> String {
        lines.map { line in
            let text = XMLText.encoded(line.text)
            return switch line.style {
            case .title: "\(side)\(bold)<B>\(text)</B>\(bold)\(side)"
            case .plain: side + text + side
            case .spoken: "<I>\(text)</I>"
            }
        }.joined(separator: "<BR/>")
    }
}

/// A string of Graphviz' language.
enum DotText {
    /// The text in quotes. A backslash would begin an escape of Graphviz, so it is doubled; control characters go.
    static func quoted(_ text: String) -> String {
        let plain = XMLText.plain(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(plain)\""
    }
}

/// Text between the tags of XML, SVG and Graphviz' labels.
enum XMLText {
    /// The text with its special characters written as entities, without what XML forbids.
    static func encoded(_ text: String) -> String {
        plain(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }

    /// The text on one line; control characters, those that turn the direction of writing and non-characters go.
    static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.compactMap { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator: scalar == "\u{200D}" ? nil : " "
                    case .surrogate, .unassigned, .privateUse: nil
                    default: scalar
                    }
                }))
    }
}
