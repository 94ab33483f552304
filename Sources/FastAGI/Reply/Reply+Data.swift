extension Reply {
    /// Everything behind the value, the space between included.
    var afterValue: ArraySlice<UInt8> { line[valueEnd...] }

    /// What stands between the first ` (` behind the value and the last `)` of the line: the value of a variable, which may
    /// hold brackets itself. Nil when there are none.
    public var data: String? { dataBytes.map { String(lenient: $0) } }

    private var dataBytes: ArraySlice<UInt8>? {
        guard let inner = afterOpening, let end = inner.lastIndex(of: Byte.closing) else { return nil }
        return inner[..<end]
    }

    /// The word in brackets behind the value, up to the first `)`: `timeout`, `dtmf`, `hangup`, `speech`. Nil when there is
    /// none. Text that a stranger may have chosen is never in it, only in `data`.
    public var word: String? { wordBytes.map { String(lenient: $0) } }

    /// Whether the word in brackets is this one.
    public func hasWord(_ word: String) -> Bool {
        wordBytes?.elementsEqual(word.utf8) ?? false
    }

    /// The number behind `endpos=`, which follows the value or the word: samples for most commands, milliseconds for
    /// CONTROL STREAM FILE (-1 when it was not moved).
    public var endpos: Int? {
        attribute("endpos").flatMap { Int(decimal: $0) }
    }

    /// The value of `name=` among the words that follow, up to the next space.
    func attribute(_ name: StaticString) -> ArraySlice<UInt8>? {
        var rest = afterWord
        while !rest.isEmpty {
            rest = rest.drop { $0 == Byte.space }
            let item = rest.prefix { $0 != Byte.space }
            rest = rest[item.endIndex...]
            let isNamed = name.withUTF8Buffer {
                item.count > $0.count && item.starts(with: $0) && item[item.startIndex + $0.count] == Byte.equals
            }
            if isNamed { return item.dropFirst(name.utf8CodeUnitCount + 1) }
        }
        return nil
    }

    /// What follows the word in brackets, or the value when there is none.
    var afterWord: ArraySlice<UInt8> {
        guard let word = wordBytes else { return afterValue }
        return line[(word.endIndex + 1)...]
    }

    private var wordBytes: ArraySlice<UInt8>? {
        guard let inner = afterOpening, let end = inner.firstIndex(of: Byte.closing) else { return nil }
        return inner[..<end]
    }

    private var afterOpening: ArraySlice<UInt8>? {
        let rest = afterValue
        guard rest.count > 1, rest[valueEnd] == Byte.space, rest[valueEnd + 1] == Byte.opening else { return nil }
        return rest.dropFirst(2)
    }
}
