import Dispatch

/// Work that blocks on files, on a thread of its own: Swift's threads belong to calls.
enum Aside {
    private static let queue = DispatchQueue(label: "attendant.menus", qos: .utility)

    /// Runs `body` there and waits for it without holding a thread.
    static func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: body()) }
        }
    }

    /// The same for a body that throws.
    static func run<Value: Sendable, Failure: Error>(
        _ body: @escaping @Sendable () throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        try await run { Result { () throws(Failure) in try body() } }.get()
    }
}
