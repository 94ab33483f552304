import Foundation

/// A mail as a reader sees it. Written from the standards and not with the module's own code, so that it finds its
/// faults.
struct ReadMail {
    var headers: [(name: String, value: String)] = []
    var parts: [(headers: [(name: String, value: String)], body: Data)] = []

    init(_ mail: Data) {
        let (headers, body) = Self.split(String(decoding: mail, as: UTF8.self))
        self.headers = headers
        let type = Self.value("Content-Type", headers)
        guard let mark = type.range(of: "boundary=\"") else {
            parts = [(headers, Self.decoded(body, headers))]
            return
        }
        let boundary = "--" + type[mark.upperBound...].prefix { $0 != "\"" }
        for piece in ("\n" + body).components(separatedBy: "\n" + boundary).dropFirst() where !piece.hasPrefix("--") {
            let (headers, body) = Self.split(String(piece.dropFirst()))
            parts.append((headers, Self.decoded(body, headers)))
        }
    }

    subscript(name: String) -> String { Self.value(name, headers) }

    var text: String { String(decoding: parts.first?.body ?? Data(), as: UTF8.self) }

    static func value(_ name: String, _ headers: [(name: String, value: String)]) -> String {
        headers.first { $0.name.lowercased() == name.lowercased() }.map { words($0.value) } ?? ""
    }

    private static func split(_ text: String) -> ([(name: String, value: String)], String) {
        let parts = text.components(separatedBy: "\n\n")
        var headers: [(name: String, value: String)] = []
        for line in parts[0].components(separatedBy: "\n") where !line.isEmpty {
            if line.hasPrefix(" ") || line.hasPrefix("\t") {
                headers[headers.count - 1].value += line
            } else {
                let fields = line.split(separator: ":", maxSplits: 1)
                headers.append((String(fields[0]), fields.count > 1 ? String(fields[1].dropFirst()) : ""))
            }
        }
        return (headers, parts.dropFirst().joined(separator: "\n\n"))
    }

    /// RFC 2047: blanks between two encoded-words are not there.
    private static func words(_ value: String) -> String {
        var result = ""
        var rest = value.replacingOccurrences(of: "?= =?", with: "?==?")[...]
        while let start = rest.range(of: "=?UTF-8?B?"), let end = rest[start.upperBound...].range(of: "?=") {
            result += rest[..<start.lowerBound]
            let bytes = Data(base64Encoded: String(rest[start.upperBound..<end.lowerBound])) ?? Data("?".utf8)
            result += String(decoding: bytes, as: UTF8.self)
            rest = rest[end.upperBound...]
        }
        return result + rest
    }

    private static func decoded(_ body: String, _ headers: [(name: String, value: String)]) -> Data {
        if value("Content-Transfer-Encoding", headers) == "base64" {
            return Data(base64Encoded: body.replacingOccurrences(of: "\n", with: "")) ?? Data()
        }
        var bytes = Data()
        var rest = Array(body.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "=") else {
                bytes.append(byte)
                continue
            }
            if rest.first == UInt8(ascii: "\n") {
                rest = rest.dropFirst()
            } else {
                bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
                rest = rest.dropFirst(2)
            }
        }
        return bytes
    }
}
