import FakeAsterisk

/// A call in real time, and what the caller met when.
struct Timed {
    let report: CallReport

    /// Plays a call as a real caller's, who does nothing but what the script says. Telephones are answered at once.
    init(_ server: Served, _ keys: String = "", _ call: IncomingCall = IncomingCall()) async throws {
        var world = World()
        world.otherTelephones = .answers(after: .milliseconds(50), talks: .milliseconds(50))
        report = try await FakeCall(call, world: world, caller: try CallerScript(keys), pace: .real)
            .run(host: "127.0.0.1", port: server.port, on: server.loop)
    }

    /// When a text that begins so was first said, or a telephone first rang.
    func at(_ text: String) -> Duration? {
        report.events.first { event in
            switch event.kind {
            case .said(let said): said.hasPrefix(text)
            case .rings: text == "(rings)"
            default: false
            }
        }?.at
    }

    /// When the last key was pressed.
    var lastKey: Duration? {
        report.events.last { event in if case .key = event.kind { true } else { false } }?.at
    }

    /// All that happened, a line each.
    var story: String { report.events.map { "\($0.at) \($0.kind)" }.joined(separator: "\n") }
}
