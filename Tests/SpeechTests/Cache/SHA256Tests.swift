import Testing

@testable import Speech

@Suite struct SHA256Tests {
    @Test(
        "agrees with the standard's examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                String(repeating: "a", count: 1000),
                "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
            ),
        ])
    func examples(text: String, digest: String) {
        #expect(SHA256.digest(Array(text.utf8)).hex == digest)
    }

    @Test("pads every length right: no two lengths give one digest")
    func lengths() {
        let digests = (0...200).map { SHA256.digest([UInt8](repeating: 0, count: $0)) }
        #expect(Set(digests).count == 201)
        #expect(digests[64].hex == "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b")
    }
}
