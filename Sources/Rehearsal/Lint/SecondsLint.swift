public import MenuFile

/// The rules of good practice that need seconds (menu-format, part 6), each with the figure that it found.
public struct SecondsLint {
    private let document: MenuDocument
    private let file: String
    private let reach: MenuReach
    private let lengths: MenuLengths
    private var findings: [Finding] = []

    /// From the answer to a person, for a caller who does nothing.
    static let longestSilence = Duration.seconds(45)
    /// From the answer to the end of the first announcement.
    static let latestChoice = Duration.seconds(8)
    /// A menu, or one text.
    static let longestText = Duration.seconds(20)
    /// A text that cannot be interrupted.
    static let longestForced = Duration.seconds(5)
    /// A notice.
    static let longestNotice = Duration.seconds(12)

    /// What is found in a menu. Rules that the file ignores are left out.
    ///
    /// - Parameter file: the file's name, as findings show it.
    public static func findings(
        _ document: MenuDocument, file: String, reach: MenuReach, lengths: MenuLengths
    ) -> [Finding] {
        var lint = SecondsLint(document: document, file: file, reach: reach, lengths: lengths)
        lint.reachSlow()
        lint.humanSlow()
        lint.selfServiceSlow()
        lint.firstChoiceLate()
        lint.texts()
        lint.notices()
        return lint.findings.filter { document.lint.ignored[$0.rule] == nil }.sorted { $0.position < $1.position }
    }

    private init(document: MenuDocument, file: String, reach: MenuReach, lengths: MenuLengths) {
        self.document = document
        self.file = file
        self.reach = reach
        self.lengths = lengths
    }

    private mutating func warn(_ rule: RuleID, at position: Position, _ message: String) {
        findings.append(
            Finding(file: file, position: position, severity: rule.severity, rule: rule, message: rule.cited(message)))
    }

    /// Each person, queue and callback by the fastest way that leads there.
    private mutating func reachSlow() {
        let limit = document.lint.reachSeconds
        var fastest: [String: MenuReach.Way] = [:]
        for way in reach.ways where [.person, .queue, .callback].contains(way.kind) {
            for name in way.names {
                let key = way.kind == .person ? name : "\(way.kind.rawValue) \(name)"
                if way.newcomer < fastest[key]?.newcomer ?? .seconds(Int64.max / 2) { fastest[key] = way }
            }
        }
        for (name, way) in fastest.sorted(by: { $0.key < $1.key }) where way.newcomer > limit {
            warn(
                .reachSlow, at: way.position,
                "a newcomer needs \(way.newcomer.inTenths) s to reach \(name)\(Self.keys(way)); more than "
                    + "\(limit.inTenths) s are too long: shorten the texts before it, or move the choice up")
        }
    }

    private mutating func humanSlow() {
        guard let silence = reach.silenceToPerson, silence > Self.longestSilence else { return }
        warn(
            .humanSlow, at: document.start.position,
            "who presses nothing waits \(silence.inTenths) s for a person; more than \(Self.longestSilence.inTenths) s "
                + "are too long: shorten the menus, \"wait\" or \"silent\"")
    }

    private mutating func selfServiceSlow() {
        let limit = document.lint.humanSeconds
        var told: Set<String> = []
        for way in reach.ways.reversed() where ![.person, .queue, .dialplan].contains(way.kind) {
            let isFirst = told.insert("\(way.destination) \(way.step ?? "")").inserted
            guard isFirst, way.newcomer > limit else { continue }
            warn(
                .selfServiceSlow, at: way.position,
                "a newcomer needs \(way.newcomer.inTenths) s to get to \(way.destination)\(Self.keys(way)); a person "
                    + "would be faster: more than \(limit.inTenths) s are too long")
        }
    }

    private mutating func firstChoiceLate() {
        guard let first = reach.firstAnnouncement, first > Self.latestChoice else { return }
        warn(
            .firstChoiceLate, at: document.start.position,
            "the first key is named after \(first.inTenths) s; within \(Self.latestChoice.inTenths) s callers still "
                + "listen: shorten what is said before")
    }

    private mutating func texts() {
        for step in document.allSteps {
            guard let length = lengths.byPath[step.path] else { continue }
            if length.menu > Self.longestText {
                warn(
                    .menuLong, at: step.position,
                    "this menu takes \(length.menu.inTenths) s to hear; after \(Self.longestText.inTenths) s the first "
                        + "choices are forgotten")
            }
            if length.say > Self.longestText {
                warn(
                    .promptLong, at: step.position,
                    "this text takes \(length.say.inTenths) s; more than \(Self.longestText.inTenths) s are not "
                        + "listened to")
            }
            let whole = max(length.say, length.menu)
            if !step.interrupt, whole > Self.longestForced {
                warn(
                    .noInterrupt, at: step.position,
                    "\"interrupt\": false makes everybody listen for \(whole.inTenths) s; more than "
                        + "\(Self.longestForced.inTenths) s are too long for those who know it")
            }
        }
    }

    private mutating func notices() {
        for notice in document.notices {
            guard let length = lengths.byPath["notices.\(notice.id)"]?.say, length > Self.longestNotice else {
                continue
            }
            warn(
                .noticeLong, at: notice.position,
                "the notice \"\(notice.id)\" takes \(length.inTenths) s, and every caller hears it; more than "
                    + "\(Self.longestNotice.inTenths) s are too long")
        }
    }

    private static func keys(_ way: MenuReach.Way) -> String { way.keys.isEmpty ? "" : " (\(way.keys))" }
}
