import Testing

@testable import MenuFile

@Suite("Did you mean")
struct SuggestionTests {
    @Test(
        "the nearest word within 0.4 of the typed word's length is suggested",
        arguments: [
            ("secnds", "seconds"), ("ana", "anna"), ("fiters", "fitters"), ("ring", nil), ("wiat", nil), ("abc", nil),
            ("zzzzzzz", nil), ("", nil), ("annan", "anna"),
        ] as [(String, String?)])
    func nearest(_ word: String, _ expected: String?) {
        let words = ["seconds", "anna", "fitters", "wait", "ring"]
        #expect(Suggestion.nearest(to: word, among: words) == expected)
    }

    @Test("of two that are equally near the first is taken")
    func ties() {
        #expect(Suggestion.nearest(to: "bent", among: ["benn", "bend"]) == "benn")
        #expect(Suggestion.nearest(to: "bent", among: ["bens", "bent", "bend"]) == "bens")
        #expect(Suggestion.nearest(to: "hotels", among: ["hostel", "hotel"]) == "hotel")
    }

    @Test("the distance counts insertions, deletions and replacements")
    func distance() {
        let distance = {
            Suggestion.distance(Array(($0 as String).unicodeScalars), Array(($1 as String).unicodeScalars))
        }
        #expect(distance("kitten", "sitting") == 3)
        #expect(distance("", "abc") == 3)
        #expect(distance("abc", "") == 3)
        #expect(distance("abc", "acb") == 2)
    }

    @Test("a hostile word costs no time")
    func long() {
        let word = String(repeating: "a", count: 1_000_000)
        #expect(Suggestion.nearest(to: word, among: [word + "b"]) == nil)
    }
}
