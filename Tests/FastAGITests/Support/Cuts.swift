/// Ways to cut bytes into the pieces in which they arrive.
enum Cuts {
    /// Each byte by itself.
    @Sendable static func drip(_ bytes: [UInt8]) -> [[UInt8]] { bytes.map { [$0] } }

    /// In two, at one place; in one when the place is outside.
    static func at(_ place: Int) -> @Sendable ([UInt8]) -> [[UInt8]] {
        { bytes in
            guard place > 0, place < bytes.count else { return [bytes] }
            return [Array(bytes[..<place]), Array(bytes[place...])]
        }
    }

    /// A piece for each line.
    @Sendable static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast().map { Array($0) + [10] }
    }
}
