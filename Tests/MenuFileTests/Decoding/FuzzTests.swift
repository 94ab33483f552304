import MenuFile
import Testing

/// A small generator with a seed, so that a failure can be played again (Steele and others, SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}

@Suite("Mutated files")
struct FuzzTests {
    static let snippets: [String] = [
        "null", "true", "-1", "1e999", "\"\"", "[]", "{}", "\"{\"", "\"{{\"", "\"note\"", "\"start\"", "\"0\"", "\",\"",
        "\u{0}",
        "\"\\ud800\"", "]", "}", ",", ":", "\"ring\": ", "\"menu\": ", "\"say\": ", "\"x-\": 1,", "\"when\": \"open\",",
        "[[[[",
    ]

    static func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, place + Int.random(in: 1...12, using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
            case 3: bytes.insert(contentsOf: Array((snippets.randomElement(using: &random) ?? "").utf8), at: place)
            case 4: bytes.replaceSubrange(place..<end, with: Array((snippets.randomElement(using: &random) ?? "").utf8))
            default: bytes[place] = "0123456789abcdez{}[]\",: -".utf8.randomElement(using: &random) ?? 0
            }
        }
        return bytes
    }

    @Test("never crash, and give either a document or an error", arguments: Fixture.all(in: "examples"), 1...4)
    func mutations(_ fixture: Fixture, _ seed: Int) throws {
        var random = SeededGenerator(state: UInt64(seed))
        let bytes = try fixture.bytes()
        for round in 0..<40 {
            let mutated = Self.mutated(bytes, &random)
            for release in [LanguageRelease.whole, .first] {
                let loaded = MenuLoader.load(mutated, fileName: "fuzz.json", release: release, now: Fixture.now)
                let hasError = loaded.findings.contains { $0.severity == .error }
                #expect(hasError == (loaded.document == nil), "seed \(seed), round \(round)")
            }
        }
    }
}
