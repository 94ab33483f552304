import Foundation

/// Writes the rows of a call's steps, in order, and its timeline.
struct StepLog {
    /// The call.
    let call: String
    private var order = 0
    private var moments = 0
    /// When the call began, in `CallClock.uptime`.
    private var began = Duration.zero
    private var open: [Open] = []

    private struct Open {
        let order: Int
        let path: String
        let entered: Date
        var keys = ""
    }

    /// So many things of a call are noted: who keeps pressing keys for an hour fills no disk.
    static let mostMoments = 1000

    init(call: String) { self.call = call }

    /// The call begins now.
    mutating func begin(_ services: Services) { began = services.clock.uptime }

    /// The step that runs now.
    var present: String { open.last?.path ?? "start" }

    /// The step that ran last, after everything was left.
    private(set) var last = "start"
    /// How many rows there are so far.
    var count: Int { order }

    /// Begins a step. Returns how many are open with it, for `leave`.
    mutating func enter(_ path: String, _ services: Services) -> Int {
        last = path
        open.append(Open(order: order, path: path, entered: services.clock.now))
        order += 1
        services.ledger.stepChanged(call, to: path)
        return open.count
    }

    /// Ends the step that `enter` began, and those inside it that a jump left open.
    mutating func leave(_ entry: Int, _ result: String, _ services: Services) {
        while open.count >= entry, let last = open.popLast() {
            write(last, result, services)
        }
        services.ledger.stepChanged(call, to: present)
    }

    /// Adds keys to the step that runs now.
    mutating func typed(_ keys: String) {
        guard !open.isEmpty else { return }
        open[open.count - 1].keys += keys
    }

    /// Notes that secret keys came, and neither which nor how many.
    mutating func typedSecretly() {
        guard let last = open.last, !last.keys.hasSuffix(Variables.mask) else { return }
        open[open.count - 1].keys += Variables.mask
    }

    /// A row of its own for something that happened inside the present step; it is part of the timeline, too.
    mutating func note(
        _ path: String, _ result: String, _ services: Services, _ kind: CallMoment.Kind = .decision,
        _ details: CallMoment.Details = .init(), at: Duration? = nil
    ) {
        write(Open(order: order, path: path, entered: services.clock.now), result, services)
        order += 1
        mark(kind, result, services, details, at: at, path: path)
    }

    /// A row of its own at the present step.
    mutating func note(
        _ result: String, _ services: Services, _ kind: CallMoment.Kind = .decision,
        _ details: CallMoment.Details = .init(), at: Duration? = nil
    ) { note(present, result, services, kind, details, at: at) }

    /// A row at the present step of which the timeline says more already.
    mutating func noteRow(_ result: String, _ services: Services) {
        write(Open(order: order, path: present, entered: services.clock.now), result, services)
        order += 1
    }

    /// Something for the timeline only.
    ///
    /// - Parameter at: when it happened, in `CallClock.uptime`; nil: now.
    mutating func mark(
        _ kind: CallMoment.Kind, _ text: String, _ services: Services, _ details: CallMoment.Details = .init(),
        at: Duration? = nil, path: String? = nil
    ) {
        moments += 1
        guard moments <= Self.mostMoments || kind == .ended else { return }
        services.ledger.happened(
            CallMoment(
                call: call, order: moments - 1, at: (at ?? services.clock.uptime) - began,
                step: path ?? open.last?.path ?? "", kind: kind, text: text, details: details))
    }

    private func write(_ step: Open, _ result: String, _ services: Services) {
        services.ledger.stepTaken(
            StepRecord(
                call: call, order: step.order, path: step.path, entered: step.entered, left: services.clock.now,
                keys: step.keys, result: result))
    }
}
