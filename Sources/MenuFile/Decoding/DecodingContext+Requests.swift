extension DecodingContext {
    static let methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]

    func request(_ value: JSONValue, _ reader: ObjectReader) -> RequestVerb? {
        let sensitive = sensitiveNames(reader)
        let kept = kept(reader, sensitive: sensitive) { checkReplyPath($0, at: $1) }
        let send = send(reader)
        let headers = headers(reader)
        let filler = reader.value("filler").map { text($0, for: .speech) }
        let (timeout, retry) = (reader.seconds("timeout"), reader.integer("retry"))
        guard let line = reader.string("request"), let (method, url) = requestLine(line, at: value.position) else {
            return nil
        }
        if retry > 0, method != "GET", let value = reader.value("retry") {
            report(.badValue, at: value.position, "only a GET may be tried again; a \(method) could act twice")
        }
        return RequestVerb(
            method: method, url: url, send: send, headers: headers, timeout: timeout, retry: retry, filler: filler,
            keep: kept, sensitive: sensitive)
    }

    private func requestLine(_ line: String, at position: Position) -> (String, Template)? {
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, !line.hasControlCharacters, !parts[1].contains(" ") else {
            report(.badValue, at: position, "\"request\" must be \"METHOD url\", such as \"GET https://host/path\"")
            return nil
        }
        guard Self.methods.contains(parts[0]) else {
            let fix =
                Self.methods.first { $0 == parts[0].uppercased() }
                ?? Suggestion.nearest(to: parts[0], among: Self.methods)
            let hint = fix.map { "; did you mean \"\($0)\"?" } ?? ""
            let known = Self.methods.joined(separator: ", ")
            report(.badValue, at: position, "\(Self.quoted(parts[0])) is none of \(known)\(hint)", fix: fix)
            return nil
        }
        guard let url = template(parts[1], at: position, for: .sent), checkURL(url, at: position) else { return nil }
        return (parts[0], url)
    }

    /// Scheme and host are literal (§4.5): a value from outside must not choose whom we talk to.
    func checkURL(_ url: Template, at position: Position) -> Bool {
        guard case .literal(let start)? = url.parts.first else {
            report(.hostVariable, at: position, "scheme and host of a URL must be literal, without variables")
            return false
        }
        guard let scheme = ["https://", "http://"].first(where: { start.hasPrefix($0) }) else {
            report(.badValue, at: position, "a URL must begin with https:// or http://")
            return false
        }
        let rest = start.dropFirst(scheme.count)
        let host = rest.prefix { !"/?#".contains($0) }
        if host.count == rest.count, url.parts.count > 1 {
            report(.hostVariable, at: position, "the host of a URL must be literal: a variable may follow its first /")
            return false
        }
        if !Self.isAuthority(host) {
            // A password before it is not repeated where messages end up in logs.
            let name = host.split(separator: "@", omittingEmptySubsequences: false).last ?? host
            report(
                .badValue, at: position,
                "\(Self.quoted(String(name))) is no host: expected a name or an address, and perhaps a port")
            return false
        }
        return true
    }

    /// A host, and perhaps a user and password before it.
    private static func isAuthority(_ text: Substring) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = parts.dropLast().allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>[]\\^`{|}".utf8.contains($0) }
        }
        return parts.count <= 2 && isPlain && parts.last.map(isHost) == true
    }

    /// A name, an IPv4 address or an IPv6 address in brackets, with or without a port.
    private static func isHost(_ text: Substring) -> Bool {
        let isWord = { (byte: UInt8) in
            isDigit(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "-._".utf8.contains(byte)
        }
        let isAddress = text.hasPrefix("[")
        let end = isAddress ? text.firstIndex(of: "]") : text.firstIndex(of: ":")
        let name = isAddress ? text.dropFirst().prefix { $0 != "]" } : text[..<(end ?? text.endIndex)]
        let rest = end.map { text[$0...].drop { $0 == "]" } } ?? (isAddress ? "]" : "")
        guard !name.isEmpty, name.utf8.allSatisfy({ isAddress ? isHexadecimal($0) : isWord($0) }) else { return false }
        return rest.isEmpty
            || (rest.hasPrefix(":") && decimal(rest.dropFirst(), digits: 1...5).map { $0 < 65_536 } == true)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (65...70).contains(byte) || (97...102).contains(byte) || ":.".utf8.contains(byte)
    }

    private func sensitiveNames(_ reader: ObjectReader) -> Set<String> {
        guard let value = reader.value("sensitive") else { return [] }
        guard case .array(let elements) = value.content else {
            reader.wrongType("sensitive", value)
            return []
        }
        var kept: [String] = []
        if case .object(let members)? = reader.value("keep")?.content { kept = members.map(\.key) }
        return Set(
            elements.compactMap { element in
                guard case .string(let name) = element.content else {
                    report(.wrongType, at: element.position, "\"sensitive\" needs names, not \(element.kindName)")
                    return nil
                }
                if !kept.contains(name) {
                    reportUnknown(
                        .unknownVariable, at: element.position, word: name,
                        "\(Self.quoted(name)) is not in \"keep\"", among: kept)
                }
                return name
            })
    }

    /// The headers that tell how the message itself is sent.
    static let ownHeaders = ["connection", "content-length", "expect", "host", "te", "trailer", "transfer-encoding"]

    private func headers(_ reader: ObjectReader) -> [RequestVerb.HeaderTemplate] {
        guard let value = reader.value("headers") else { return [] }
        guard case .object(let members) = value.content else {
            reader.wrongType("headers", value)
            return []
        }
        return members.compactMap { member in
            let isToken = member.key.utf8.allSatisfy {
                $0 > 0x20 && $0 < 0x7F && !"()<>@,;:\\\"/[]?={}".utf8.contains($0)
            }
            if member.key.isEmpty || !isToken {
                report(.badKey, at: member.keyPosition, "\(Self.quoted(member.key)) is no name of a header")
            }
            if Self.ownHeaders.contains(member.key.lowercased()) {
                report(.badKey, at: member.keyPosition, "\(Self.quoted(member.key)) is set by the program itself")
            }
            guard case .string(let string) = member.value.content else {
                report(.wrongType, at: member.value.position, "a header needs a string, not \(member.value.kindName)")
                return nil
            }
            if string.hasControlCharacters {
                report(.badValue, at: member.value.position, "a header must not hold control characters")
            }
            return template(string, at: member.value.position, for: .sent).map { .init(name: member.key, value: $0) }
        }
    }

    private func send(_ reader: ObjectReader) -> JSONTemplate? {
        guard let value = reader.value("send") else { return nil }
        guard case .object = value.content else {
            reader.wrongType("send", value)
            return nil
        }
        return jsonTemplate(value)
    }

    private func jsonTemplate(_ value: JSONValue) -> JSONTemplate {
        switch value.content {
        case .null: .literal("null")
        case .bool(let bool): .literal(String(bool))
        case .number(let text): .literal(text)
        case .string(let string):
            .string(template(string, at: value.position, for: .sent) ?? Template(parts: []))
        case .array(let elements): .array(elements.map { jsonTemplate($0) })
        case .object(let members): .object(members.map { .init(key: $0.key, value: jsonTemplate($0.value)) })
        }
    }

    /// `path.in[0].reply`.
    private func checkReplyPath(_ path: String, at position: Position) {
        let isGood = path.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { field in
            let pieces = field.split(separator: "[", omittingEmptySubsequences: false)
            let indices = pieces.dropFirst().allSatisfy {
                $0.hasSuffix("]") && decimal($0.dropLast(), digits: 1...6) != nil
            }
            return indices && (!pieces[0].isEmpty || pieces.count > 1) && !pieces[0].contains("]")
        }
        if !isGood || path.isEmpty {
            report(.badValue, at: position, "\(Self.quoted(path)) is no path such as \"visits[0].date\"")
        }
    }
}
