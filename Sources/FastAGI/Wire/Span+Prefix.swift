extension Span<UInt8> {
    /// Whether the bytes begin with an ASCII text.
    func hasPrefix(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard count >= length else { return false }
        for index in 0..<length where self[index] != text.utf8Start[index] { return false }
        return true
    }
}

extension ArraySlice<UInt8> {
    /// Whether the bytes begin with an ASCII text.
    func hasPrefix(_ text: StaticString) -> Bool { span.hasPrefix(text) }
}
