import Foundation
import Synchronization

/// Ids of calls: 20 characters, ascending in time, unique in a server and almost surely among several.
///
/// Milliseconds (11 hexadecimal digits), a counter (4), chance (5): fixed width, so that none is a prefix of another.
struct CallIDs: Sendable {
    private static let counter = Atomic<UInt16>(UInt16.random(in: 0...UInt16.max))

    static func next(at now: Date = Date()) -> String {
        let time = UInt64(max(0, now.timeIntervalSince1970 * 1000)) & 0xFFF_FFFF_FFFF
        let count = counter.wrappingAdd(1, ordering: .relaxed).newValue
        return hex(time, 11) + hex(UInt64(count), 4) + hex(UInt64.random(in: 0..<(1 << 20)), 5)
    }

    private static func hex(_ value: UInt64, _ width: Int) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
