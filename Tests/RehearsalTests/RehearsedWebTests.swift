import Foundation
import Reception
import Rehearsal
import Testing

@Suite("A rehearsed web")
struct RehearsedWebTests {
    private func get(_ url: String, _ timeout: Duration = .seconds(5)) -> WebRequest {
        WebRequest(method: "GET", url: url, timeout: timeout)
    }

    @Test(
        "matches a pattern from its first to its last character",
        arguments: [
            ("GET */visits/*", "https://h/visits/7", true), ("GET */visits", "https://h/visits/7", false),
            ("POST *", "https://h/", false), ("*", "https://h/", true), ("GET https://h/", "https://h/", true),
            ("GET https://h", "https://h/", false), ("GET *a*a", "https://h/a", false),
            ("GET *a*a", "https://h/aa", true),
            ("*/next*", "https://h/next?x", true), ("", "https://h/", false),
        ])
    func patterns(pattern: String, url: String, matches: Bool) {
        #expect(RehearsedWeb.matches(pattern, get(url)) == matches)
    }

    @Test("answers by the first rule that matches, as often as it is asked, and notes every request")
    func rules() async {
        let web = RehearsedWeb(rules: [.init("GET */a", body: "1", status: 201), .init("GET *", body: "2")])
        #expect(await web.send(get("https://h/a")) == .answered(status: 201, body: Array("1".utf8)))
        #expect(await web.send(get("https://h/a")) == .answered(status: 201, body: Array("1".utf8)))
        #expect(await web.send(get("https://h/b")) == .answered(status: 200, body: Array("2".utf8)))
        #expect(await web.send(WebRequest(method: "PUT", url: "https://h/a", timeout: .seconds(1))).isRefused)
        #expect(web.requests.map(\.url) == ["https://h/a", "https://h/a", "https://h/b", "https://h/a"])
    }

    @Test("takes its time by the virtual clock, the request's own at most")
    func time() async {
        let clock = VirtualClock(at: .init(timeIntervalSince1970: 0))
        let web = RehearsedWeb(rules: [.init("*", takes: .seconds(3))], clock: clock)
        #expect(await passing(clock) { await web.send(self.get("https://h/")) } == .answered(status: 200, body: []))
        #expect(clock.uptime == .seconds(3))
        #expect(await passing(clock) { await web.send(self.get("https://h/", .seconds(2))) } == .timeout)
        #expect(clock.uptime == .seconds(5))
    }

    @Test("a reply that is too large is told by its status")
    func tooLarge() async {
        let web = RehearsedWeb(rules: [.init("*", body: String(repeating: "x", count: 65_537))])
        #expect(await web.send(get("https://h/")) == .tooLarge(status: 200))
    }

    /// Moves the clock on to whatever is slept for, until the work is done.
    private func passing(_ clock: VirtualClock, _ work: @escaping @Sendable () async -> WebReply) async -> WebReply {
        async let reply = work()
        while clock.nextWake == nil { await Task.yield() }
        if let wake = clock.nextWake { clock.advance(to: wake) }
        return await reply
    }
}

extension WebReply {
    fileprivate var isRefused: Bool { if case .refused = self { true } else { false } }
}
