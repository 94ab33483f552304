extension Template {
    /// The text with names filled in as they are, formats aside; a missing or empty one is its "if missing" text.
    func filled(_ values: [String: String]) -> String {
        parts.map { part in
            switch part {
            case .literal(let text): text
            case .variable(let name, _, let ifMissing):
                if let value = values[name], !value.isEmpty { value } else { ifMissing ?? "" }
            }
        }.joined()
    }
}

extension Template {
    /// The template with some of its variables filled in for good, as they are; an empty value gives way to its
    /// "if missing" text. The other variables stay.
    public func filling(_ values: [String: String]) -> Template {
        Template(
            parts: parts.map { part in
                guard case .variable(let name, _, let ifMissing) = part, let value = values[name] else { return part }
                return .literal(value.isEmpty ? ifMissing ?? "" : value)
            })
    }
}
