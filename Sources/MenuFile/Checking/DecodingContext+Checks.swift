import Foundation

extension DecodingContext {
    /// All checks that look at the file as a whole.
    func check(_ document: MenuDocument, _ reader: ObjectReader, schedules: [PlacedSchedule], now: Date) {
        checkOpenings(document, schedules, now: now)
        checkVariables()
        checkLoops(document)
        if errorCount == 0 { Lint(document, self, schedules, now: now).run() }
    }

    /// `loop`.
    private func checkLoops(_ document: MenuDocument) {
        var check = LoopCheck(document)
        for cycle in check.run() {
            let names = (cycle + cycle.prefix(1)).map(\.name).joined(separator: " → ")
            report(
                .loop, at: cycle[0].position,
                "\(names): this goes round without a menu, collect, ring or queue on the way")
        }
    }

    /// `never-open`: a schedule that does not open in the next 370 days (§3.5).
    private func checkOpenings(_ document: MenuDocument, _ schedules: [PlacedSchedule], now: Date) {
        let zone = document.timeZone.flatMap { TimeZone(identifier: $0) } ?? TimeZone(secondsFromGMT: 0)
        guard let zone else { return }
        for placed in schedules where !placed.isBroken {
            let hours = OfficeHours(schedule: placed.schedule, holidays: document.holidays, timeZone: zone)
            if hours.isEverOpen(from: now) { continue }
            report(
                .neverOpen, at: placed.position,
                "the schedule \"\(placed.schedule.name)\" is not open in the next \(OfficeHours.horizon) days")
        }
    }

    /// `unknown-variable` and `sensitive-shown`.
    private func checkVariables() {
        let set = Set(variables.writes.map(\.name))
        let sensitive = Set(variables.writes.filter(\.isSensitive).map(\.name))
        let known = VariableUse.builtIn + variables.writes.map(\.name)
        let broken = Set(variables.writes.filter { !$0.isNamed }.map(\.name))
        let knownSet = set.union(VariableUse.builtIn)
        for read in variables.reads {
            if sensitive.contains(read.name), read.purpose == .staff {
                report(.sensitiveShown, at: read.position, "{\(read.name)} is sensitive and must not be shown to staff")
            }
            if read.path == "name", ["name", "label"].contains(read.name) {
                report(
                    .badValue, at: read.position,
                    "the name cannot be made of {\(read.name)}, which is the name where nothing was chosen yet")
            }
            if knownSet.contains(read.name) || VariableUse.isExternal(read.name) || variables.isIncomplete { continue }
            let fix = nearest(to: read.name, among: known)
            if let fix, broken.contains(fix) { continue }
            let hint = fix.map { "; did you mean {\($0)}?" } ?? ""
            report(
                .unknownVariable, at: read.position, "{\(read.name)} is never set\(hint)", fix: fix.map { "{\($0)}" })
        }
    }
}
