import MenuFile
import Testing

@Suite("Finding the choice of an entry")
struct KeyMatcherTests {
    private func matcher(_ keys: String) throws -> KeyMatcher {
        KeyMatcher(try keys.split(separator: " ").map { try KeyPattern(String($0)) })
    }

    @Test(
        "takes a literal before a range before a pattern",
        arguments: [
            ("2xx 201-249 205", "205", KeyMatcher.Outcome.exact(index: 2, couldGrow: false)),
            ("2xx 201-249 205", "206", .exact(index: 1, couldGrow: false)),
            ("2xx 201-249 205", "250", .exact(index: 0, couldGrow: false)),
            ("2xx 201-249 205", "20", .prefix), ("2xx 201-249 205", "3", .none),
            ("1 1x", "1", .exact(index: 0, couldGrow: true)), ("1 1x", "12", .exact(index: 1, couldGrow: false)),
            ("201-249", "25", .none), ("1 2", "", .prefix), ("", "", .none),
            ("* 1", "*", .exact(index: 0, couldGrow: false)),
            ("x", "0", .none), ("xx", "05", .none), ("0 x", "0", .exact(index: 0, couldGrow: false)), ("1", "#", .none),
        ])
    func outcomes(keys: String, entry: String, outcome: KeyMatcher.Outcome) throws {
        #expect(try matcher(keys).match(entry) == outcome)
    }

    @Test("reaches every entry that a listed key names, key by key, unless a stronger kind has it")
    func everyKeyIsReachable() throws {
        var random = SeededRandom(seed: 11)
        for _ in 0..<400 {
            let keys = randomKeys(using: &random)
            let matcher = KeyMatcher(keys)
            for (index, key) in keys.enumerated() {
                let entry = randomEntry(of: key, using: &random)
                for length in 0..<entry.count { try reachable(matcher, String(entry.prefix(length)), entry) }
                guard case .exact(let winner, _) = matcher.match(entry) else {
                    Issue.record("\(keys.map(\.text)) does not take \(entry)")
                    continue
                }
                #expect(winner == index || rank(keys[winner]) < rank(key), "\(keys.map(\.text)): \(entry)")
            }
        }
    }

    @Test("agrees with trying out every longer entry")
    func couldGrow() throws {
        var random = SeededRandom(seed: 12)
        for _ in 0..<20 {
            let keys = randomKeys(using: &random)
            for entry in 0..<100 {
                let text = "\(entry)"
                let longer = entries(after: text)
                for key in keys {
                    #expect(key.couldGrow(from: text) == longer.contains(where: key.matches), "\(key.text) \(text)")
                }
            }
        }
    }

    @Test("sees a clash exactly where two keys of one kind take one entry")
    func clashes() throws {
        var random = SeededRandom(seed: 13)
        let all = (0..<1000).map { "\($0)" } + (0..<100).map { "0\($0)" }
        for _ in 0..<150 {
            let (one, two) = (randomKey(using: &random), randomKey(using: &random))
            let shares = rank(one) == rank(two) && all.contains { one.matches($0) && two.matches($0) }
            #expect(one.clashes(with: two) == shares, "\(one.text) \(two.text)")
        }
    }

    private func reachable(_ matcher: KeyMatcher, _ prefix: String, _ entry: String) throws {
        switch matcher.match(prefix) {
        case .prefix, .exact(_, couldGrow: true): break
        default: Issue.record("\(matcher.patterns.map(\.text)): \(prefix) stops short of \(entry)")
        }
    }

    private func rank(_ key: KeyPattern) -> Int {
        switch key.kind {
        case .literal: 0
        case .range: 1
        case .pattern: 2
        }
    }

    private func entries(after text: String) -> [String] {
        let one = (0...9).map { "\(text)\($0)" }
        return one + one.flatMap { start in (0...9).map { "\(start)\($0)" } }
    }

    private func randomKeys(using random: inout SeededRandom) -> [KeyPattern] {
        var keys: [KeyPattern] = []
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let key = randomKey(using: &random)
            if !keys.contains(where: key.clashes) { keys.append(key) }
        }
        return keys
    }

    private func randomKey(using random: inout SeededRandom) -> KeyPattern {
        let length = Int.random(in: 1...3, using: &random)
        func digits() -> String { (0..<length).map { _ in "\(Int.random(in: 1...4, using: &random))" }.joined() }
        let text =
            switch Int.random(in: 0...2, using: &random) {
            case 0: digits()
            case 1: [digits(), digits()].sorted().joined(separator: "-")
            default: String(digits().map { Bool.random(using: &random) ? "x" : $0 })
            }
        return (try? KeyPattern(text)) ?? randomKey(using: &random)
    }

    private func randomEntry(of key: KeyPattern, using random: inout SeededRandom) -> String {
        switch key.kind {
        case .literal: return key.text
        case .range(let low, let high):
            return "\(Int.random(in: (Int(low) ?? 0)...(Int(high) ?? 0), using: &random))"
        case .pattern:
            return key.text.enumerated().map { place, character in
                character == "x" ? "\(Int.random(in: (place == 0 ? 1 : 0)...9, using: &random))" : "\(character)"
            }.joined()
        }
    }
}
