import FastAGI
import Testing

@Suite("EscapeDigits and DTMFKey")
struct EscapeDigitsTests {
    @Test("a text of keys is read, in any order and with repetitions")
    func text() {
        #expect(EscapeDigits("#*0900")?.keys == [.zero, .nine, .star, .pound])
        #expect(EscapeDigits("DCBA")?.keys == [.a, .b, .c, .d])
        #expect(EscapeDigits("") == EscapeDigits.none)
        #expect(EscapeDigits("0123456789*#") == .all)
        #expect(EscapeDigits("0123456789*#ABCD") == .allSixteen)
    }

    @Test("anything else is none", arguments: ["12x", " ", "a", "E", "1\n", "１", "+"])
    func wrong(text: String) { #expect(EscapeDigits(text) == nil) }

    @Test("is a set")
    func membership() {
        let digits = EscapeDigits([.one, .one, .pound])
        #expect(digits.contains(.one) && digits.contains(.pound) && !digits.contains(.two))
        #expect(!digits.isEmpty && EscapeDigits.none.isEmpty)
        for key in DTMFKey.allCases { #expect(EscapeDigits([key]).keys == [key]) }
    }

    @Test("every key has its character", arguments: Array(zip(DTMFKey.allCases, "0123456789*#ABCD")))
    func characters(key: DTMFKey, character: Character) {
        #expect(key.character == character)
        #expect(DTMFKey(character) == key)
    }
}
