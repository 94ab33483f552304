import FastAGI

/// The address of our own script for whoever calls back: `agi://HOST:PORT/.callback?…`. No menu file has such a name.
struct AgentScriptURL: Sendable, Equatable {
    /// The path that is ours.
    static let path = ".callback"

    /// The attempt.
    var attempt: Int64
    /// What only the call file knows.
    var token: String
    /// Whose telephone rings.
    var agent: String
    /// The menu whose words are said.
    var menu: String
    /// Whether it says that the caller has answered, and nothing else.
    var isAnswered = false

    /// What the address has behind it then.
    static let answered = "&answered=1"

    init(attempt: Int64, token: String, agent: String, menu: String) {
        self.attempt = attempt
        self.token = token
        self.agent = agent
        self.menu = menu
    }

    /// What a connection asks for; nil when it is no such address.
    init?(_ script: NetworkScript) {
        guard script.path == Self.path, let attempt = script.query("attempt").flatMap({ Int64($0) }),
            let token = script.query("token"), token.utf8.count <= 64
        else { return nil }
        self.init(
            attempt: attempt, token: token, agent: script.query("agent") ?? "", menu: script.query("menu") ?? "")
        isAnswered = script.query("answered") == "1"
    }

    /// The address by which Asterisk called, as that of the caller's answer; nil: it holds what an option of Dial cannot.
    static func answered(_ request: String) -> String? {
        let plain = request.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || "-._%?=&:/[]".utf8.contains(byte)
        }
        return plain && request.hasPrefix("agi://") && request.utf8.count < 500 ? request + answered : nil
    }

    /// The whole address.
    func text(address: String) -> String {
        let items = [("attempt", "\(attempt)"), ("token", token), ("agent", agent), ("menu", menu)]
        let query = items.map { "\($0)=\(Self.encoded($1))" }.joined(separator: "&")
        return "agi://\(address)/\(Self.path)?\(query)"
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            if isPlain || byte == 45 || byte == 46 || byte == 95 { return String(UnicodeScalar(byte)) }
            let hex = String(byte, radix: 16, uppercase: true)
            return "%" + (hex.count == 1 ? "0" : "") + hex
        }.joined()
    }
}
