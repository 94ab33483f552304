import MenuFile

/// What a `request` sends: URL, headers and body, each value through the encoder of its way out (§4.5).
extension CallWalk {
    /// The request; nil when a variable of its URL is missing, for then it would ask for something else.
    func webRequest(_ verb: RequestVerb) -> WebRequest? {
        guard let url = url(verb.url) else { return nil }
        let body = verb.send.map { json($0) }
        return WebRequest(
            method: verb.method, url: url, headers: headers(verb, hasBody: body != nil), body: body,
            timeout: verb.timeout)
    }

    private func url(_ template: Template) -> String? {
        guard template.missingVariables(values: { self.value($0, in: staffLanguage) }).isEmpty else { return nil }
        let values = template.variables.compactMap { value($0, in: staffLanguage)?.text }
        guard !values.contains(where: URLText.isDotSegment) else { return nil }
        return URLText.whole(staffBuilder.render(template, .encoded { URLText($0).text }))
    }

    private func headers(_ verb: RequestVerb, hasBody: Bool) -> [WebRequest.Header] {
        var headers = verb.headers.map { header in
            // What stands in the server's configuration is no text from outside: tokens are longer than 80 bytes.
            let isConfigured = header.value.variables.allSatisfy { $0.hasPrefix("env.") }
            let value = staffBuilder.render(
                header.value, .encoded { isConfigured ? HeaderText(configured: $0).text : HeaderText($0).text })
            return WebRequest.Header(name: header.name, value: HeaderText.withoutControls(value))
        }
        func isGiven(_ name: String) -> Bool { headers.contains { $0.name.lowercased() == name.lowercased() } }
        if hasBody, !isGiven("Content-Type") { headers.append(.init(name: "Content-Type", value: "application/json")) }
        if !verb.keep.isEmpty, !isGiven("Accept") { headers.append(.init(name: "Accept", value: "application/json")) }
        return headers
    }

    private func json(_ template: JSONTemplate) -> String {
        switch template {
        case .literal(let text): text
        case .string(let template): json(template)
        case .array(let elements): "[" + elements.map { json($0) }.joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { JSONText.string($0.key) + ":" + json($0.value) }.joined(separator: ",") + "}"
        }
    }

    /// `{n:number}` alone is a JSON number, null when it is missing; everything else is a string.
    private func json(_ template: Template) -> String {
        if template.parts.count == 1, case .variable(let name, "number", let ifMissing)? = template.parts.first {
            let value = value(name, in: staffLanguage)?.text ?? ""
            let text = value.isEmpty ? ifMissing ?? "" : value
            return text.isEmpty ? "null" : JSONText.number(text) ?? JSONText.string(text)
        }
        return JSONText.string(staffBuilder.render(template, .encoded { $0 }))
    }
}
