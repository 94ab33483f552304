/// The part of the `agi://` address behind the host, taken apart: `shop/menu?step=sales&who=J%C3%B6rg`.
public struct NetworkScript: Sendable, Equatable {
    /// The path without its query, percent-decoded, without a leading `/`.
    ///
    /// It comes from the dialplan and is data: it may hold `..`, `/` and any other character.
    public let path: String

    /// The query's names and values, percent-decoded (`+` stays a plus), in their order, repeated names included. A name
    /// without `=` has an empty value.
    public let queryItems: [QueryItem]

    /// One name and value of the query.
    public struct QueryItem: Sendable, Equatable {
        /// The name before `=`.
        public let name: String
        /// The value behind `=`.
        public let value: String

        /// Makes an item from its two halves.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Takes the bytes of `agi_network_script` apart.
    init(_ bytes: ArraySlice<UInt8>) {
        let parts = bytes.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts[0].drop { $0 == UInt8(ascii: "/") }
        self.path = String(percentEncoded: path)
        queryItems = parts.count < 2 ? [] : parts[1].split(separator: UInt8(ascii: "&")).map(Self.item)
    }

    /// The first value of a name in the query, nil when it is not there.
    public func query(_ name: String) -> String? {
        queryItems.first { $0.name == name }?.value
    }

    private static func item(_ bytes: ArraySlice<UInt8>) -> QueryItem {
        let halves = bytes.split(separator: Byte.equals, maxSplits: 1, omittingEmptySubsequences: false)
        let value = halves.count < 2 ? "" : String(percentEncoded: halves[1])
        return QueryItem(name: String(percentEncoded: halves[0]), value: value)
    }
}

extension String {
    /// Text with `%XX` decoded; a `%` without two hexadecimal digits behind it stays as it is.
    fileprivate init(percentEncoded bytes: ArraySlice<UInt8>) {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "%"), bytes.endIndex - index > 2,
                let high = Self.hexadecimal(bytes[index + 1]), let low = Self.hexadecimal(bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        self.init(lenient: decoded)
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case Byte.zero...Byte.nine: byte - Byte.zero
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
