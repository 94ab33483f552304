extension ArraySlice<UInt8> {
    /// Whether the bytes begin with an ASCII text.
    func hasPrefix(_ text: StaticString) -> Bool {
        let length = text.utf8CodeUnitCount
        guard count >= length else { return false }
        let bytes = span
        for index in 0..<length where bytes[index] != text.utf8Start[index] { return false }
        return true
    }
}
