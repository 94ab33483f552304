import Foundation
import GRDB
import Testing

@testable import Records

@Suite("The life of a request, in random histories")
struct DeskPropertyTests {
    static let parts = 4
    /// `ATTENDANT_HISTORIES=100000` for a long search.
    static let histories =
        (ProcessInfo.processInfo.environment["ATTENDANT_HISTORIES"].flatMap(Int.init) ?? 1_040) / parts
    static let steps = 24

    @Test("claims, outcomes, hand work, repeats, expiry and crashes do what a plain model does", arguments: 0..<parts)
    func histories(part: Int) throws {
        let queue = try DatabaseQueue()
        try Migrations.all().migrate(queue)
        for number in 0..<Self.histories {
            let seed = UInt64(part * Self.histories + number)
            // Each begins after all that came before, whose rows have expired or are of other lists.
            var history = DeskHistory(queue, name: "h\(number)", seed: seed, from: someday + Double(number) * 1_000_000)
            for _ in 0..<Self.steps {
                try history.step()
                let faults = history.faults
                try #require(
                    faults.isEmpty, "seed \(seed): \(faults.first ?? "")\n\(history.log.joined(separator: "\n"))")
            }
        }
    }
}
