import FastAGI
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Dialplan functions that only look at their argument.
enum TextFunctions {
    /// The value; nil for a function that is not here.
    static func read(_ function: String, _ text: String) -> String? {
        switch function {
        case "LEN": "\(text.utf8.count)"
        case "SHA1": SHA1.hexadecimal(Array(text.utf8))
        case "URIENCODE": uriEncoded(text)
        case "URIDECODE": uriDecoded(text)
        case "BASE64_ENCODE": Data(text.utf8).base64EncodedString()
        case "BASE64_DECODE": Data(base64Encoded: text).map { String(decoding: $0, as: UTF8.self) } ?? ""
        case "TOUPPER": text.uppercased()
        case "TOLOWER": text.lowercased()
        case "EXISTS": text.isEmpty ? "0" : "1"
        case "ISNULL": text.isEmpty ? "1" : "0"
        default: nil
        }
    }

    private static func uriEncoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            let character = Character(Unicode.Scalar(byte))
            if byte < 128, character.isLetter || character.isNumber || "-_.~".contains(character) {
                result.append(character)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
    }

    private static func uriDecoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), rest.count > 1, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
