/// Ends a loop's wait in the kernel, from any thread.
struct LoopInterrupter: Sendable {
    let descriptor: Int32

    func interrupt() {
        let one: UInt64 = 1
        withUnsafeBytes(of: one) { _ = Posix.put(descriptor, $0) }
    }
}
