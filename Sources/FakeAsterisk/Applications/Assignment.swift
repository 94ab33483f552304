/// `NAME=value` of Set and MSet.
enum Assignment {
    /// Sets a variable or a function; a text without `=` does nothing.
    static func assign(_ text: String, on channel: inout ChannelState) {
        guard let equals = text.firstIndex(of: "=") else { return }
        let name = text[..<equals].filter { $0 != " " }
        DialplanFunctions.write(String(name), String(text[text.index(after: equals)...]), on: &channel)
    }
}
