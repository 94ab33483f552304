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
