import Foundation
import Testing

@testable import Attendant

@Suite("Ids of calls", .serialized)
struct CallIDTests {
    @Test("20 hexadecimal digits, at any time", arguments: [0, 1, 1_795_334_806.25, 32_503_680_000, -5])
    func width(time: TimeInterval) {
        let id = CallIDs.next(at: Date(timeIntervalSince1970: time))
        #expect(id.utf8.count == 20)
        #expect(id.allSatisfy { "0123456789abcdef".contains($0) })
    }

    @Test("a later millisecond stands behind an earlier one")
    func order() {
        let times = (0..<2_000).map { 1_795_334_806 + Double($0) / 1_000 }
        let ids = times.map { CallIDs.next(at: Date(timeIntervalSince1970: $0)) }
        #expect(ids == ids.sorted())
    }

    @Test("no two of 100,000 are alike, made by several at once")
    func unique() async {
        let ids = await withTaskGroup(of: [String].self) { group in
            for _ in 0..<8 { group.addTask { (0..<12_500).map { _ in CallIDs.next() } } }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(ids).count == 100_000)
    }

    @Test("65,536 of one millisecond are told apart by the counter alone")
    func sameMillisecond() {
        let now = Date(timeIntervalSince1970: 1_795_334_806)
        let counters = (0..<65_536).map { _ in CallIDs.next(at: now).dropLast(5) }
        // Other tests may count meanwhile, and each of theirs leaves one out here.
        #expect(Set(counters).count > 60_000)
    }
}
