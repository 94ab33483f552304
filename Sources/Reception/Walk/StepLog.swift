import Foundation

/// Writes the rows of a call's steps, in order.
struct StepLog {
    /// The call.
    let call: String
    private var order = 0
    private var open: [Open] = []

    private struct Open {
        let order: Int
        let path: String
        let entered: Date
        var keys = ""
    }

    init(call: String) { self.call = call }

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
        return open.count
    }

    /// Ends the step that `enter` began, and those inside it that a jump left open.
    mutating func leave(_ entry: Int, _ result: String, _ services: Services) {
        while open.count >= entry, let last = open.popLast() {
            write(last, result, services)
        }
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

    /// A row of its own for something that happened inside the present step.
    mutating func note(_ path: String, _ result: String, _ services: Services) {
        write(Open(order: order, path: path, entered: services.clock.now), result, services)
        order += 1
    }

    /// A row of its own at the present step.
    mutating func note(_ result: String, _ services: Services) { note(present, result, services) }

    private func write(_ step: Open, _ result: String, _ services: Services) {
        services.ledger.stepTaken(
            StepRecord(
                call: call, order: step.order, path: step.path, entered: step.entered, left: services.clock.now,
                keys: step.keys, result: result))
    }
}
