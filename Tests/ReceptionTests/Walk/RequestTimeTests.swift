import MenuFile
import Reception
import Rehearsal
import Synchronization
import Testing

@Suite("While a web service is asked")
struct RequestTimeTests {
    typealias Rule = RehearsedWeb.Rule
    static let moment = "One moment, please."

    static func menu(_ fields: String = "", say: String = "", method: String = "GET") -> String {
        line(
            #"[{ \#(say)"request": "\#(method) https://his.example/"\#(fields) }, "#
                + #"{ "say": "Done.", "menu": { "1": { "for": "repairs", "ring": "201" } } }]"#)
    }

    static func call(
        _ menu: String, _ script: String = "", takes: Duration, _ change: (inout Rehearsed.World) -> Void = { _ in }
    ) async throws -> Rehearsed {
        try await Rehearsed(menu, script) {
            $0.release = .whole
            $0.rules = [Rule("*", takes: takes)]
            change(&$0)
        }
    }

    @Test("its text is heard at the same time, and hides what it takes")
    func hidden() async throws {
        let say = #""say": "Welcome to the clinic, good day to you.", "#
        let quick = try await Self.call(Self.menu(say: say), takes: .milliseconds(10))
        let slow = try await Self.call(Self.menu(say: say), takes: .seconds(2))
        #expect(
            quick.said.prefix(2) == [
                "Welcome to the clinic, good day to you.", try #require(quick.said.dropFirst().first),
            ])
        #expect(quick.length == slow.length, "\(slow)")
        #expect(!slow.said.contains(Self.moment))
    }

    @Test("a filler is heard after a second of silence, and again every seven")
    func filler() async throws {
        let call = try await Self.call(Self.menu(#", "timeout": 20"#), takes: .seconds(17))
        let times = call.transcript.filter { $0.what == .said(Self.moment) }.map(\.at.inSeconds)
        let began = 0.3
        #expect(times.map { ($0 - began).rounded() } == [1, 8, 15], "\(call)")
        #expect(call.length > .seconds(17))
    }

    @Test("a quick one needs no filler")
    func noFiller() async throws {
        let call = try await Self.call(Self.menu(), takes: .milliseconds(900))
        #expect(!call.said.contains(Self.moment), "\(call)")
    }

    @Test("the filler is the step's own, or none")
    func ownFiller() async throws {
        let own = try await Self.call(Self.menu(#", "filler": "I am looking.""#), takes: .seconds(4))
        #expect(own.said.first == "I am looking.", "\(own)")
        let none = try await Self.call(Self.menu(#", "filler": """#), takes: .seconds(4))
        #expect(none.said.first?.hasPrefix("Done.") == true, "\(none)")
    }

    @Test("a call with one goes the same way each time")
    func deterministic() async throws {
        let menu = Self.menu(#", "timeout": 20"#, say: #""say": "Good day.", "#)
        var stories: Set<[String]> = []
        for _ in 0..<20 {
            let call = try await Self.call(menu, "1 now", takes: .milliseconds(9_300))
            stories.insert(call.transcript.map { "\($0.at) \(Rehearsed.told($0.what))" })
        }
        #expect(stories.count == 1)
    }

    @Test("keys are kept for what comes")
    func typeAhead() async throws {
        let call = try await Self.call(Self.menu(), "1 at 2", takes: .seconds(4)) {
            $0.people = ["201": .answers(after: .zero)]
        }
        #expect(call.rang == ["201"], "\(call)")
        #expect(!call.said.contains { $0.hasPrefix("Done.") })
    }

    @Test("0 acts when it returns, not before", arguments: ["0 at 2", "0 now"])
    func zero(script: String) async throws {
        let say = script == "0 now" ? #""say": "Good day to you all.", "# : ""
        let call = try await Self.call(Self.menu(say: say), script, takes: .seconds(4)) {
            $0.people = ["200": .answers(after: .zero)]
        }
        #expect(call.rang == ["200"], "\(call)")
        #expect(try #require(call.when("(rings 200)")) >= .seconds(4))
    }

    @Test("a 0 behind keys typed ahead stays where it is")
    func zeroBehind() async throws {
        let menu = line(
            #"[{ "request": "GET https://his.example/" }, { "menu": { "10": { "for": "a", "ring": "201" } } }]"#)
        let call = try await Self.call(menu, "10 at 1", takes: .seconds(4))
        #expect(call.rang.first == "201", "\(call)")
    }

    @Test(
        "a hang-up gives a GET up, and finishes anything else",
        arguments: [("GET", false), ("POST", true), ("PUT", true)])
    func hangUp(method: String, isFinished: Bool) async throws {
        let web = SlowWeb()
        let call = try await Rehearsed(Self.menu(#", "keep": { "x": "x" }"#, method: method)) {
            $0.release = .whole
            $0.web = web
            $0.prompts = HeardPrompts(isReady: true)
            $0.fault = { _, command in
                guard command == "listen" else { return nil }
                if isFinished { web.answer() }
                return .hungUp
            }
        }
        #expect(call.outcome == .hangup, "\(call)")
        #expect(web.wasCancelled == !isFinished)
        #expect(call.callbacks.isEmpty)
        #expect(call.said.isEmpty)
    }
}

/// A service that answers when it is told to, or when it is given up.
private final class SlowWeb: WebClient {
    private struct State {
        var continuation: CheckedContinuation<Bool, Never>?
        var isDone: Bool?
    }

    private let state = Mutex(State())

    var wasCancelled: Bool { state.withLock { $0.isDone == false } }

    func answer() { finish(true) }

    private func finish(_ isAnswered: Bool) {
        state.withLock { state -> CheckedContinuation<Bool, Never>? in
            guard state.isDone == nil else { return nil }
            state.isDone = isAnswered
            return state.continuation
        }?.resume(returning: isAnswered)
    }

    func send(_ request: WebRequest) async -> WebReply {
        let isAnswered = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let done = state.withLock { state in
                    if state.isDone == nil { state.continuation = continuation }
                    return state.isDone
                }
                if let done { continuation.resume(returning: done) }
            }
        } onCancel: {
            finish(false)
        }
        return isAnswered ? .answered(status: 200, body: Array(#"{"x":"1"}"#.utf8)) : .refused("given up")
    }
}
