import FakeAsterisk
import Synchronization

/// Recordings kept in memory.
final class KeptRecordings: RecordingStore {
    private let kept = Mutex<[String: [Int16]]>([:])

    func mayWrite(to path: String, format: String) -> Bool { true }

    func write(_ samples: [Int16], to path: String, format: String) -> Bool {
        kept.withLock { $0["\(path).\(format)"] = samples }
        return true
    }

    subscript(path: String) -> [Int16]? { kept.withLock { $0[path] } }
}
