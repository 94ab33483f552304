import Testing

@testable import Speech

@Suite struct SoundKeyTests {
    @Test("is read back from its name")
    func name() {
        let key = SHA256.digest([1, 2, 3])
        #expect(SoundKey(hex: key.hex) == key)
        #expect(key.hex.count == 64)
    }

    @Test(
        "is made of no other name",
        arguments: [
            "", "abc", String(repeating: "G", count: 64), String(repeating: "A", count: 64),
            String(repeating: "é", count: 32),
        ])
    func others(name: String) {
        #expect(SoundKey(hex: name) == nil)
    }

    @Test("keeps two texts apart from two others")
    func fields() {
        var first = KeyWriter(), second = KeyWriter()
        for text in ["ab", "c"] { first.add(text) }
        for text in ["a", "bc"] { second.add(text) }
        #expect(first.key != second.key)
    }
}
