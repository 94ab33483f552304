/// The text of a call file (pbx/pbx_spool.c): one `Name: value` a line. The one encoder of what goes into it.
struct CallFile {
    let call: AgentCall

    /// Asterisk reads lines of 1,024 bytes at most.
    static let longestValue = 900
    /// Longer names do not fit on a display.
    static let longestName = 80

    /// Nil when the channel or the URL cannot be written as they are: changing those would ring somebody else.
    var text: String? {
        let exact = [call.channel, call.script]
        guard exact.allSatisfy({ !$0.isEmpty && $0.utf8.count <= Self.longestValue && Self.isPlain($0) }) else {
            return nil
        }
        let seconds = max(1, call.wait.components.seconds)
        return """
            Channel: \(call.channel)
            CallerID: "\(Self.name(call.name))" <\(Self.number(call.number))>
            MaxRetries: 0
            WaitTime: \(seconds)
            Application: AGI
            Data: \(call.script)

            """
    }

    /// A line break begins another line, a semicolon a remark, a comma another argument of AGI.
    private static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.value > 32 && $0.value != 127 && $0 != ";" && $0 != "," && $0 != "\\" }
    }

    /// What would end the name or the line is left out; a semicolon is escaped.
    static func name(_ text: String) -> String {
        let kept = text.unicodeScalars.filter { scalar in
            scalar.value >= 32 && scalar.value != 127 && !"\"<>\\".unicodeScalars.contains(scalar)
                && !scalar.properties.isPatternWhitespace || scalar == " "
        }
        return String(String(String.UnicodeScalarView(kept)).prefix(longestName)).replacing(";", with: "\\;")
    }

    private static func number(_ text: String) -> String {
        String(text.filter { "+0123456789".contains($0) }.prefix(20))
    }
}
