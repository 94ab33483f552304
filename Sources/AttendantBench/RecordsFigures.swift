import Foundation
import Reception
import Records

/// Callback requests committed durably, by many calls at once.
enum RecordsFigures {
    private static let callers = 128

    static func run(commits: Int) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bench-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var limits = RecordsLimits()
        limits.callbacksPerHour = .max
        let records = try Records(file: folder + "/attendant.sqlite", limits: limits)
        let began = ContinuousClock.now
        let times = try await withThrowingTaskGroup(of: [Double].self) { group in
            for caller in 0..<callers {
                group.addTask { try await commit(commits / callers, caller, records) }
            }
            return try await group.reduce(into: [Double]()) { $0 += $1 }.sorted()
        }
        let rate = Double(times.count) / (ContinuousClock.now - began).seconds
        await records.close()
        print(
            String(
                format: "callbacks committed durably, %d at once: %.0f a second, p50 %.1f ms, p99 %.1f ms", callers,
                rate,
                times[times.count / 2], times[times.count * 99 / 100]))
    }

    private static func commit(_ count: Int, _ caller: Int, _ records: Records) async throws -> [Double] {
        var times: [Double] = []
        for number in 0..<count {
            let request = CallbackRequest(
                call: "bench-\(caller)-\(number)", list: "office", at: Date(), number: "+4477\(caller)00\(number)",
                numberAsGiven: nil, source: .network, isConfirmed: true, status: .new, reason: "bench", label: "Bench",
                language: "en")
            let began = ContinuousClock.now
            _ = try await records.commit(request)
            times.append((ContinuousClock.now - began).seconds * 1000)
        }
        return times
    }
}
