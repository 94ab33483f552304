import Foundation
import Reception
import Testing

@testable import Records

@Suite("How well promises are kept")
struct DeskFiguresTests {
    @Test("asked, called in time, median wait and lost, for all lists and for each")
    func figures() async throws {
        let folder = try TemporaryFolder()
        let records = try Records(file: folder.file, now: someday)
        // Promised within an hour each: called after 600 s, after 5,000 s (late), settled after 1,200 s, lost, cancelled.
        for (index, wait) in [600.0, 5000, nil, nil, nil, nil].enumerated() {
            _ = try await records.commit(.sample(CallbackRequest.number(index), expiresAt: someday + 9000))
            guard let wait else { continue }
            let claim = try await records.claim(Int64(index + 1), now: someday + wait, by: "one")
            try await records.record(.talked(seconds: 0), attempt: claim.attempt, now: someday + wait)
        }
        _ = try await records.commit(.sample(list: "bills", at: someday + 8000))
        _ = try DeskWriter(file: folder.file, now: { someday + 1200 }).done(3)
        let claim = try await records.claim(4, now: someday + 300, by: "one")
        try await records.record(.invalid, attempt: claim.attempt, now: someday + 300)
        _ = try DeskWriter(file: folder.file, now: { someday + 300 }).cancel(5)
        let figures = try records.reader.deskFigures(now: someday + 8500)
        #expect(figures.map(\.list) == [nil, "bills", "repairs"])
        let all = figures[0]
        #expect(all.asked == 7 && all.open == 2 && all.overdue == 1 && all.called == 3 && all.cancelled == 1)
        #expect(all.promised == 5 && all.inTime == 2 && all.lost == 1 && all.medianWait == 1200)
        #expect(figures[1].medianWait == nil && figures[1].promised == 0)
        #expect(try records.reader.deskFigures(since: someday + 100, now: someday + 8500)[0].asked == 1)
    }
}
