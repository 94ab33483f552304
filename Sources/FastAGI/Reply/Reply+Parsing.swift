extension Reply {
    private static let result: StaticString = " result="

    /// Reads one whole reply, without its last newline.
    ///
    /// - Throws: `ReplyError.garbage` when it does not begin with a known code, or a 200 has no `result=`.
    init(parsing line: ArraySlice<UInt8>) throws(ReplyError) {
        guard let code = Self.code(of: line) else { throw .garbage(excerpt: String(excerptOf: line)) }
        self.code = code
        self.line = line
        guard code == .success else {
            result = nil
            valueStart = line.endIndex
            valueEnd = line.endIndex
            return
        }
        guard let start = Self.valueStart(in: line) else { throw .garbage(excerpt: String(excerptOf: line)) }
        valueStart = start
        valueEnd = line[start...].firstIndex(of: Byte.space) ?? line.endIndex
        result = Int(decimal: line[valueStart..<valueEnd])
    }

    /// The code in front: three digits, and a space, a dash or nothing behind them.
    private static func code(of line: ArraySlice<UInt8>) -> Code? {
        guard line.count >= 3, let number = Int(decimal: line.prefix(3)) else { return nil }
        guard line.count == 3 || line[line.startIndex + 3] == Byte.space || line[line.startIndex + 3] == Byte.minus
        else {
            return nil
        }
        return Code(rawValue: number)
    }

    private static func valueStart(in line: ArraySlice<UInt8>) -> Int? {
        let rest = line.dropFirst(3)
        guard result.withUTF8Buffer({ rest.starts(with: $0) }) else { return nil }
        return rest.startIndex + result.utf8CodeUnitCount
    }
}
