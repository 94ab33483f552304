#if DEBUG
    /// A suspended task. Debug builds check that it is resumed once and only once.
    typealias Suspension<Value> = CheckedContinuation<Value, Never>
#else
    /// A suspended task. Debug builds check that it is resumed once and only once.
    typealias Suspension<Value> = UnsafeContinuation<Value, Never>
#endif

/// Suspends the caller, on the executor it runs on, until what `body` is given has been resumed.
@inline(__always)
nonisolated(nonsending) func suspend<Value>(
    returning: Value.Type, _ body: (Suspension<Value>) -> Void
) async -> Value {
    #if DEBUG
        await withCheckedContinuation { body($0) }
    #else
        await withUnsafeContinuation { body($0) }
    #endif
}
