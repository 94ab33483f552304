import Foundation
import MenuFile
import Reception

/// A call as a call test: the world it met, what the caller did, what came of it (menu-format, part 5).
struct CallTestDraft {
    let story: CallStory
    let menu: MenuDocument
    /// The zone of the menu, else the server's.
    let zone: TimeZone
    /// The country whose numbers are meant, for placeholders.
    let country: String

    /// The test with one of the ways to write what the caller did.
    func test(named name: String, script: [String]) -> OrderedJSON {
        var members = [OrderedJSON.Member("name", .string(name))]
        members += world
        if !script.isEmpty { members.append(.init("script", .list(script.map { .string($0) }))) }
        members.append(.init("expect", .object(expectation(endsByHangUp: script.last?.hasPrefix("hang up") == true))))
        return .object(members)
    }

    /// A name for it: when, what was chosen, how it ended.
    var usualName: String {
        let moment = LocalDateTime(at: story.started, in: zone)
        let chosen = story.path.isEmpty ? "no choice" : story.path
        return "\(moment.date) \(Self.clock(moment)): \(chosen), \(story.outcome?.rawValue ?? "not over")"
    }

    /// What of the call a test cannot say, and which values are placeholders.
    var notes: [String] {
        var notes: [String] = []
        if story.moments.contains(where: { $0.details.isMasked == true && $0.kind != .prompt }) {
            notes.append("secrets were never written down: placeholders stand for them in the test")
        }
        if !ownNotices.unknown.isEmpty {
            notes.append(
                "notices made while the server ran are not in it: \(ownNotices.unknown.joined(separator: ", "))")
        }
        if story.outcome == nil { notes.append("the call is under way, or the server was killed in it") }
        return notes
    }

    static func clock(_ moment: LocalDateTime) -> String {
        let numbers = [moment.hour, moment.minute, moment.second % 60]
        return numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    var began: CallMoment.Details { story.all(.began).first?.details ?? CallMoment.Details() }

    /// Notices that were switched on by hand: those of the file, and those made at run time.
    var ownNotices: (known: [String], unknown: [String]) {
        let known = Set(menu.notices.map(\.id))
        let all = began.notices ?? []
        return (all.filter { known.contains($0) }, all.filter { !known.contains($0) })
    }
}
