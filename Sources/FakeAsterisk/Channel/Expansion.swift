/// `${…}` in texts (`pbx_substitute_variables_helper`): variables, parts of them, and functions, one in the other.
enum Expansion {
    /// How deep they may stand in each other; the text comes from the network.
    private static let deepest = 32

    /// The text with all of them worked out. What is not there is empty; `$[…]` stays as it is.
    static func expand(_ text: String, on channel: ChannelState, at now: Duration, depth: Int = 0) -> String {
        guard depth < deepest else { return "" }
        var result = ""
        var rest = Substring(text)
        while let start = rest.range(of: "${") {
            result += rest[..<start.lowerBound]
            guard let close = closing(rest[start.upperBound...]) else { return result + rest[start.lowerBound...] }
            let inner = expand(
                String(rest[start.upperBound..<close]), on: channel, at: now, depth: depth + 1)
            result += value(inner, on: channel, at: now)
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private static func closing(_ text: Substring) -> String.Index? {
        var depth = 0
        for index in text.indices {
            switch text[index] {
            case "{": depth += 1
            case "}" where depth == 0: return index
            case "}": depth -= 1
            default: break
            }
        }
        return nil
    }

    /// A name, a function's call, or either with `:offset:length` behind it.
    private static func value(_ text: String, on channel: ChannelState, at now: Duration) -> String {
        let nameEnd = text.lastIndex(of: ")").map { text.index(after: $0) } ?? text.startIndex
        let colon = text[nameEnd...].firstIndex(of: ":") ?? text.endIndex
        let whole = DialplanFunctions.read(String(text[..<colon]), on: channel, at: now) ?? ""
        guard colon < text.endIndex else { return whole }
        let numbers = text[text.index(after: colon)...].split(separator: ":", omittingEmptySubsequences: false)
        return part(Array(whole.utf8), numbers.map { Int(leading: $0) ?? 0 })
    }

    /// Negative numbers count from the end, as in Asterisk. Bytes are counted.
    private static func part(_ bytes: [UInt8], _ numbers: [Int]) -> String {
        let offset = numbers.first ?? 0
        let start = offset < 0 ? max(0, bytes.count + offset) : min(offset, bytes.count)
        guard numbers.count > 1 else { return String(decoding: bytes[start...], as: UTF8.self) }
        let end = numbers[1] < 0 ? bytes.count + numbers[1] : start + numbers[1]
        return String(decoding: bytes[start..<max(start, min(end, bytes.count))], as: UTF8.self)
    }
}

extension Substring {
    /// Where a text begins in this one.
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
