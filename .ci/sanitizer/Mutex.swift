import Glibc

/// What stands in for `Synchronization.Mutex` under the thread sanitizer.
///
/// On Linux that mutex is futex code inside an uninstrumented library: the sanitizer cannot see it order anything, and
/// reports every value behind one as a race. A pthread mutex it knows. `.ci/sanitize` puts this file into each target
/// of a throw-away copy of the sources; it shadows the imported type and has the same shape.
// Unchecked: `value` is touched only between lock and unlock of `lock`.
struct Mutex<Value: ~Copyable>: ~Copyable, @unchecked Sendable {
    private final class Box {
        let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        var value: Value

        init(_ value: consuming Value) {
            pthread_mutex_init(lock, nil)
            self.value = value
        }

        deinit {
            pthread_mutex_destroy(lock)
            lock.deallocate()
        }
    }

    private let box: Box

    init(_ value: consuming sending Value) { box = Box(value) }

    borrowing func withLock<Result: ~Copyable, Failure: Error>(
        _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        pthread_mutex_lock(box.lock)
        defer { pthread_mutex_unlock(box.lock) }
        return try body(&box.value)
    }
}
