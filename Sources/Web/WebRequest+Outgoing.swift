internal import Foundation
internal import Reception

#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// Why a request is not sent.
struct UnusableRequest: Error, Equatable {
    /// For the log; without the URL, which may hold what is sensitive.
    let words: String
}

extension WebRequest {
    /// What is asked for unless the menu file says otherwise.
    static let standardHeaders = [
        ("Accept", "application/json"), ("Accept-Language", "*"), ("User-Agent", "Attendant"),
    ]
    private static let methods: Set = ["GET", "POST", "PUT", "PATCH", "DELETE"]
    /// The session's own limit is only there for what our clock does not see; ours is shorter.
    private static let reserve = 10.0

    /// The request as the session takes it.
    ///
    /// - Throws: when it cannot be asked: another scheme than http and https, no host, characters that are not encoded,
    ///   headers of more than one line, a GET with a body.
    func outgoing() throws(UnusableRequest) -> URLRequest {
        guard Self.methods.contains(method) else { throw UnusableRequest(words: "the method \(method) is not known") }
        var request = URLRequest(url: try target())
        request.httpMethod = method
        request.httpShouldHandleCookies = false
        request.timeoutInterval = Double(timeout.components.seconds) + Self.reserve
        for (name, value) in Self.standardHeaders { request.setValue(value, forHTTPHeaderField: name) }
        if let body {
            guard method != "GET" else { throw UnusableRequest(words: "a GET has no body") }
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
            request.httpBody = Data(body.utf8)
        }
        for header in headers {
            guard header.isOneLine else { throw UnusableRequest(words: "a header is no single line of text") }
            request.setValue(header.value, forHTTPHeaderField: header.name)
        }
        return request
    }

    private func target() throws(UnusableRequest) -> URL {
        guard let url = URL(string: url, encodingInvalidCharacters: false) else {
            throw UnusableRequest(words: "the URL is none: something in it is not percent-encoded")
        }
        guard let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme) else {
            throw UnusableRequest(words: "the URL begins neither with http:// nor with https://")
        }
        guard let host = url.host(), !host.isEmpty else { throw UnusableRequest(words: "the URL names no host") }
        return url
    }
}

extension WebRequest.Header {
    /// Whether it can end neither itself nor the whole head: the walk encodes, and this is the last look.
    fileprivate var isOneLine: Bool {
        let isToken = !name.isEmpty && name.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: ":") }
        return isToken && value.utf8.allSatisfy { $0 >= 32 && $0 != 127 || $0 == 9 }
    }
}
