import MenuFile

/// URLs as people may read them: no sensitive variable, no secret of the server's, no password in them (§4.5).
extension CallWalk {
    /// The URL of a request with ••• for its secrets.
    func shownURL(_ template: Template) -> String {
        let parts = template.parts.map { part -> String in
            guard case .variable(let name, _, _) = part else {
                if case .literal(let text) = part { return text }
                return ""
            }
            if name.hasPrefix("env.") || isSensitive(name) || isHidden(argument: name) { return Variables.mask }
            return URLText(value(name, in: staffLanguage)?.text ?? "").text
        }
        return ShownURL(parts.joined()).text
    }

    private func isHidden(argument name: String) -> Bool {
        name.hasPrefix("arg.") && variables.sensitive.contains(String(name.dropFirst(4)))
    }
}

/// A URL without the secrets that a menu's author wrote into it: the user's part, and values whose names say what they
/// are.
struct ShownURL {
    let text: String

    private static let secretNames = [
        "key", "token", "secret", "pass", "pwd", "auth", "sig", "pin", "credential", "session", "code",
    ]

    init(_ url: String) {
        text = Self.withoutSecretValues(Self.withoutUser(url))
    }

    private static func withoutUser(_ url: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return url }
        let rest = url[scheme.upperBound...]
        let authority = rest.prefix { !"/?#".contains($0) }
        guard let at = authority.lastIndex(of: "@") else { return url }
        return url[..<scheme.upperBound] + Variables.mask + rest[at...]
    }

    private static func withoutSecretValues(_ url: String) -> String {
        guard let mark = url.firstIndex(of: "?") else { return url }
        let items = url[url.index(after: mark)...].split(separator: "&", omittingEmptySubsequences: false)
        let shown = items.map { item -> String in
            guard let equals = item.firstIndex(of: "=") else { return String(item) }
            let name = item[..<equals].lowercased()
            return secretNames.contains { name.contains($0) } ? item[...equals] + Variables.mask : String(item)
        }
        return url[...mark] + shown.joined(separator: "&")
    }
}
