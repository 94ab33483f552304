import FakeAsterisk
import Foundation
import Sockets

/// Callers whose numbers nobody has heard yet, at a fixed rate: each asks to be called back and has a text of its own
/// read to it, which has to be spoken by the engine.
public struct NewCallers: Sendable {
    /// Calls a second.
    public var perSecond: Int
    /// For so long.
    public var seconds: Int

    /// Callers; none calls yet.
    public init(perSecond: Int, seconds: Int) {
        (self.perSecond, self.seconds) = (perSecond, seconds)
    }

    /// Lets them call `reception` on a server of this machine.
    ///
    /// - Returns: how many were promised a call.
    public func run(port: UInt16) async throws -> Int {
        let loop = try EventLoopGroup(count: 1).next()
        let began = ContinuousClock.now
        return await withTaskGroup(of: Bool.self) { group in
            for number in 0..<perSecond * seconds where !Task.isCancelled {
                let due = began + .seconds(Double(number) / Double(perSecond))
                try? await Task.sleep(until: due, tolerance: .zero, clock: .continuous)
                let call = call(number)
                group.addTask(executorPreference: loop) {
                    let report = try? await call.run(host: "127.0.0.1", port: port, on: loop)
                    return report?.said.contains(where: Account.isPromise) ?? false
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
    }

    private func call(_ number: Int) -> FakeCall {
        let telephone = CallerWalk.telephone(number + 6_000_000, "reception")
        let call = IncomingCall(script: "reception", uniqueID: "new-\(number)", number: telephone)
        return FakeCall(call, world: World(), caller: CallerWalk.short(0), wire: WireOptions(joinsLines: true))
    }
}
