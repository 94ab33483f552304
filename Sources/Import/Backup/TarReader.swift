/// Reads a tar archive from the front to the end, in pieces, and keeps only the files that are wanted. Nothing is written
/// anywhere, and a name is only ever compared.
struct TarReader {
    /// A file of the archive.
    struct File: Sendable {
        let name: String
        let bytes: [UInt8]
    }

    private static let block = 512
    /// The longest name that is believed.
    private static let mostName = 64 << 10

    private let next: () throws(ImportError) -> [UInt8]?
    private var piece: [UInt8] = []
    private var index = 0
    /// So many bytes may still be kept.
    private var budget: Int
    private let limit: Int

    /// - Parameters:
    ///   - limit: the most bytes of the files that are wanted, all together.
    ///   - next: the next piece of the archive; nil: its end.
    init(limit: Int, _ next: @escaping () throws(ImportError) -> [UInt8]?) {
        self.next = next
        self.limit = limit
        budget = limit
    }

    /// Whether these first bytes are the header of a tar archive: its check sum is right.
    static func isHeader(_ bytes: some Collection<UInt8>) -> Bool {
        let header = Array(bytes.prefix(block))
        guard header.count == block, let sum = number(header[148..<156]) else { return false }
        return sum == header.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element)) }
    }

    /// The next file that is wanted; nil: there is none.
    ///
    /// - Throws: `notUnderstood` when the archive is damaged or cut off, or what is wanted is too large.
    mutating func file(_ wanted: (String) -> Bool) throws(ImportError) -> File? {
        var longName: String?
        while let header = try header() {
            guard let size = Self.number(header[124..<136]) else { throw Self.damaged }
            switch header[156] {
            case UInt8(ascii: "L"):
                longName = Self.text(try take(size, most: Self.mostName)[...])
                try skip(padding(size))
            case UInt8(ascii: "x"):
                longName = Self.path(try take(size, most: Self.mostName)) ?? longName
                try skip(padding(size))
            case 0, UInt8(ascii: "0"), UInt8(ascii: "7"):
                let name = longName ?? Self.name(header)
                longName = nil
                guard wanted(name) else { try skip(size + padding(size)); continue }
                return try kept(name, size)
            default:
                longName = nil
                try skip(size + padding(size))
            }
        }
        return nil
    }

    private mutating func kept(_ name: String, _ size: Int) throws(ImportError) -> File {
        guard size <= budget else {
            throw .notUnderstood(
                "\(MenuDraft.plain(name)): larger than \(limit >> 20) MB with what is before it; no such configuration is that long"
            )
        }
        budget -= size
        let file = File(name: name, bytes: try take(size, most: size))
        try skip(padding(size))
        return file
    }

    /// The next header; nil: the archive's end, which is a block of zeros or nothing at all.
    private mutating func header() throws(ImportError) -> [UInt8]? {
        guard try fill() else { return nil }
        let header = try take(Self.block, most: Self.block)
        if header.allSatisfy({ $0 == 0 }) { return nil }
        guard Self.isHeader(header) else { throw Self.damaged }
        return header
    }

    private static var damaged: ImportError { .notUnderstood("the archive is damaged; expected a whole tar archive") }

    /// Whether there is a byte to read.
    private mutating func fill() throws(ImportError) -> Bool {
        while index == piece.count {
            guard let more = try next() else { return false }
            (piece, index) = (more, 0)
        }
        return true
    }

    private mutating func take(_ count: Int, most: Int) throws(ImportError) -> [UInt8] {
        guard count <= most else { throw Self.damaged }
        var bytes: [UInt8] = []
        while bytes.count < count {
            guard try fill() else { throw .notUnderstood("the archive ends in the middle of a file") }
            let end = min(piece.count, index + count - bytes.count)
            bytes += piece[index..<end]
            index = end
        }
        return bytes
    }

    private mutating func skip(_ count: Int) throws(ImportError) {
        var rest = count
        while rest > 0 {
            guard try fill() else { throw .notUnderstood("the archive ends in the middle of a file") }
            let part = min(rest, piece.count - index)
            index += part
            rest -= part
        }
    }

    private func padding(_ size: Int) -> Int { (Self.block - size % Self.block) % Self.block }
}

/// The fields of a header.
extension TarReader {
    /// Octal figures with blanks around them, or GNU's binary numbers of more than 8 GB; nil: neither.
    private static func number(_ field: ArraySlice<UInt8>) -> Int? {
        if let first = field.first, first & 0x80 != 0 {
            let bytes = field.suffix(7)
            guard first == 0x80, field.dropFirst().dropLast(7).allSatisfy({ $0 == 0 }) else { return nil }
            return bytes.reduce(0) { $0 << 8 | Int($1) }
        }
        let digits = field.drop { $0 == 32 }.prefix { $0 != 0 && $0 != 32 }
        guard digits.allSatisfy({ (48...55).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 << 3 | Int($1 - 48) }
    }

    private static func text(_ field: ArraySlice<UInt8>) -> String {
        String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
    }

    private static func name(_ header: [UInt8]) -> String {
        let name = text(header[0..<100])
        // Old GNU archives ("ustar" and a blank) have times where POSIX has the beginning of a long name.
        guard text(header[257..<263]) == "ustar" else { return name }
        let prefix = text(header[345..<500])
        return prefix.isEmpty ? name : "\(prefix)/\(name)"
    }

    /// The path of a POSIX extended header, whose lines are `LENGTH path=NAME`.
    private static func path(_ bytes: [UInt8]) -> String? {
        for line in bytes.split(separator: 10) {
            let text = String(decoding: line, as: UTF8.self)
            if let start = text.firstRange(of: " path=") { return String(text[start.upperBound...]) }
        }
        return nil
    }
}
