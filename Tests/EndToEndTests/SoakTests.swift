import Foundation
import Soak
import Testing

@Suite("A soak")
struct SoakTests {
    @Test("Every call of a short soak is accounted for")
    func short() async throws {
        var plan = SoakPlan(seed: 1, calls: 200, atOnce: 8, faultEvery: 20)
        plan.menus = ["reception", "shop", "school"]
        plan.steadyFrom = 0.9
        let report = try await Soak(plan, program: try Program.url.path, menus: Files.menus).run()
        print(report.text)
        #expect(report.findings == [])
        let counts = report.counts
        #expect(counts.started == 200 && counts.unaccounted == 0)
        #expect(counts.started == counts.ended + counts.lost + counts.lostWithoutRow + counts.noCall)
        #expect(counts.thanked > 10 && counts.lost + counts.lostWithoutRow > 0)
        #expect(Set(report.faults.keys) == Set(SoakPlan.Fault.allCases), "each fault was played")
    }
}
