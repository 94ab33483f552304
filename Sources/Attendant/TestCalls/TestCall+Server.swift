import FakeAsterisk
import Foundation
import Sockets

/// A call over TCP: the fake Asterisk dials the server, in real time.
extension TestCall {
    func dial(_ endpoint: Endpoint, show: @escaping @Sendable (String) -> Void) async throws -> TestCallReport {
        let call = FakeCall(
            incoming(menu: request.menu), world: world, caller: script ?? CallerScript(), pace: .real)
        return try await run(call, endpoint, show: show)
    }

    private func run(
        _ call: FakeCall, _ endpoint: Endpoint, show: @escaping @Sendable (String) -> Void
    ) async throws -> TestCallReport {
        let keypad = script == nil ? Keypad() : nil
        if keypad != nil { show("        the keyboard is the keypad: 0-9 * # act at once, h hangs up") }
        defer { keypad?.restore() }
        do throws(FakeAsteriskError) {
            let report = try await call.run(
                host: endpoint.host, port: endpoint.port, live: keypad?.acts,
                observe: { show(TestCallReport.Entry($0).line) })
            let result = TestCallReport(report)
            show(result.summary)
            return result
        } catch {
            throw StartError.listen("\(error)")
        }
    }

    private func incoming(menu: String) -> IncomingCall {
        let isHidden = request.from == "hidden"
        return IncomingCall(
            script: menu, number: isHidden ? nil : request.from ?? Self.usualNumber, name: request.name,
            dialled: request.called ?? "700")
    }

    private var world: FakeAsterisk.World {
        var world = FakeAsterisk.World()
        world.otherTelephones = TestTelephone.usual.faked
        world.recordings = RecordingFolder(Opening.messages(configuration))
        for (name, telephone) in telephones { world.telephones[name] = telephone.faked }
        return world
    }
}

extension TestCallReport {
    init(_ report: CallReport) {
        self.init(
            transcript: report.events.map { Entry($0) }, outcome: report.variables["ATTENDANT_STATUS"] ?? "unknown",
            path: report.variables["ATTENDANT_PATH"] ?? "", label: report.variables["ATTENDANT_LABEL"] ?? "",
            seconds: report.duration.rounded)
    }
}

extension TestCallReport.Entry {
    init(_ event: CallEvent) {
        self.init(at: event.at.rounded)
        switch event.kind {
        case .said(let text): said = text
        case .key(let key, let fate):
            self.key = String(key)
            if fate != .taken { self.event = "the key was \(fate.rawValue)" }
        case .rings(let telephone): rings = telephone
        case .shows(let text): shows = text
        case .event(let text): self.event = text
        }
    }
}

extension Duration {
    /// Seconds, to the millisecond.
    var rounded: Double {
        (Double(components.seconds) * 1000 + (Double(components.attoseconds) / 1e15).rounded()) / 1000
    }
}
