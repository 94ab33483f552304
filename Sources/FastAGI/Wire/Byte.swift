/// The bytes that have a meaning on the wire.
enum Byte {
    static let nul: UInt8 = 0
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let colon = UInt8(ascii: ":")
    static let minus = UInt8(ascii: "-")
    static let equals = UInt8(ascii: "=")
    static let opening = UInt8(ascii: "(")
    static let closing = UInt8(ascii: ")")
    static let zero = UInt8(ascii: "0")
    static let nine = UInt8(ascii: "9")
}
