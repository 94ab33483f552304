import MenuFile

/// A place in a reply: `path.in[0].reply`.
struct ReplyPath {
    private let steps: [Step]

    private enum Step {
        case member(String)
        case element(Int)
    }

    /// Reads a path; nil for what is none. The decoder has refused those already.
    init?(_ text: String) {
        var steps: [Step] = []
        for field in text.split(separator: ".", omittingEmptySubsequences: false) {
            let pieces = field.split(separator: "[", omittingEmptySubsequences: false)
            guard let name = pieces.first, !name.isEmpty || pieces.count > 1 else { return nil }
            if !name.isEmpty { steps.append(.member(String(name))) }
            for piece in pieces.dropFirst() {
                guard piece.hasSuffix("]"), let index = Int(piece.dropLast()), index >= 0 else { return nil }
                steps.append(.element(index))
            }
        }
        self.steps = steps
    }

    /// The text, number or truth value there; nil: nothing, null, a list or an object.
    func value(in root: JSONValue) -> String? {
        var value = root
        for step in steps {
            switch (step, value.content) {
            case (.member(let name), .object(let members)):
                // Of a key that stands twice most readers take the last one.
                guard let member = members.last(where: { $0.key == name }) else { return nil }
                value = member.value
            case (.element(let index), .array(let elements)):
                guard elements.indices.contains(index) else { return nil }
                value = elements[index]
            default: return nil
            }
        }
        switch value.content {
        case .string(let text), .number(let text): return text
        case .bool(let value): return value ? "true" : "false"
        case .null, .array, .object: return nil
        }
    }
}
