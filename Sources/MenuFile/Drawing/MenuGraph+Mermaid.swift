extension MenuGraph {
    /// The graph in the language of Mermaid, as Markdown of many places shows it.
    public var mermaid: String {
        var lines = ["flowchart LR"]
        lines += nodes.map { node in
            let form = Self.brackets(node.kind)
            return "  \(node.id)\(form.0)\"\(Self.text(node.wrapped(38)))\"\(form.1)"
        }
        lines += edges.map { edge in
            let label =
                edge.label.isEmpty ? "" : "|\"\(MermaidText.encoded(edge.label.map(\.text).joined(separator: " ")))\"|"
            return "  \(edge.from) -->\(label) \(edge.to)"
        }
        return (lines + [""]).joined(separator: "\n")
    }

    private static func text(_ lines: [Line]) -> String {
        lines.map { MermaidText.encoded($0.text) }.joined(separator: "<br/>")
    }

    private static func brackets(_ kind: Kind) -> (String, String) {
        switch kind {
        case .entry: ("([", "])")
        case .hours: ("{{", "}}")
        case .menu, .step: ("[", "]")
        case .person: ("(", ")")
        case .request: ("[/", "/]")
        case .end: ("[[", "]]")
        case .reference: (">", "]")
        }
    }
}

/// Text in a quoted label of Mermaid.
enum MermaidText {
    /// Letters, figures and plain punctuation as they are; all else as Mermaid's numbered entities, for its labels are
    /// read as Markdown and as HTML besides.
    static func encoded(_ text: String) -> String {
        XMLText.plain(text).unicodeScalars.map { scalar in
            let isPlain = scalar.properties.isAlphabetic || scalar.properties.numericType != nil || !scalar.isASCII
            return isPlain || " .,:()+-/?!".unicodeScalars.contains(scalar) ? String(scalar) : "#\(scalar.value);"
        }.joined()
    }
}
