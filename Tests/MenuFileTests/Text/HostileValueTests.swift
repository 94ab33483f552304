import MenuFile
import Testing

/// What comes from callers and web services, through every format, in every language (§4.5).
@Suite("Hostile values in texts")
struct HostileValueTests {
    static let values = [
        "\"quoted\" 'text' `cmd`", "a,b;c|d&e", "${CALLERID(num)} $[1+1] ${SHELL(reboot)}",
        "line\r\nSTREAM FILE x \"\"\n\n",
        "nul\u{0}nul", String(repeating: "9", count: 10_000), String(repeating: "ą ", count: 5_000),
        "\u{202E}evil\u{2066}\u{200F}", "😀👨‍👩‍👧‍👦🇵🇱", "{label} {{x}} {a:money EUR|b}", "<speak><break time=\"60s\"/></speak>",
        "[[h@l'oU]]", "\u{1}300S fast", "\u{E001}300S", "%s%n", "-", "1e308", "2026-99-99T99:99",
        "e\u{301}\u{301}\u{301}",
        "\u{FEFF}", "\\u0001\\n",
    ]

    private func render(_ value: String, _ text: String, _ pack: LanguagePack, _ use: TextUse) throws -> String {
        try Template(parsing: text).render(pack: pack, today: CivilDate(dayNumber: 20_000), use: use) { _ in
            .text(value)
        }
    }

    @Test("reach the voice as plain words", arguments: LanguagePack.builtInLanguages, [""] + ValueFormat.words)
    func speech(language: String, format: String) throws {
        let pack = try #require(LanguagePack.pack(for: language))
        let text = format.isEmpty ? "{v}" : "{v:\(format)}"
        for value in Self.values {
            let spoken = try render(value, text, pack, .speech)
            let isHarmless = spoken.unicodeScalars.allSatisfy { scalar in
                !"<>[]&\\".unicodeScalars.contains(scalar) && scalar.value >= 0x20
                    && !(0x7F..<0xA0).contains(scalar.value)
                    && ![.format, .privateUse, .lineSeparator].contains(scalar.properties.generalCategory)
            }
            #expect(isHarmless, "\(spoken)")
            // Each of the 200 characters is a word at the most.
            #expect(spoken.count <= SpokenText.longest * 16, "\(spoken.count)")
        }
    }

    @Test("reach a display without control characters, on one line", arguments: [""] + ValueFormat.words)
    func display(format: String) throws {
        let text = format.isEmpty ? "{v}" : "{v:\(format)}"
        for value in Self.values {
            let shown = try render(value, "Repairs: \(text)", .english, .display)
            #expect(
                !shown.unicodeScalars.contains { $0.value < 0x20 || $0.properties.generalCategory == .format },
                "\(shown)")
            #expect(shown.hasPrefix("Repairs:") && !shown.contains("  "))
        }
    }

    @Test("are never read as a template")
    func templates() throws {
        #expect(try render("{label} {{x}}", "{v}", .english, .speech) == "{label} {{x}}")
        #expect(try render("{label}", "{v} {{v}}", .english, .display) == "{label} {v}")
        #expect(LanguagePack.english.phrase(.confirm, ["value": "{key}"]).hasPrefix("You entered {key}."))
        #expect(LanguagePack.english.choice(for: "{key}", key: "1") == "For {key}, press 1.")
    }

    @Test("reach another encoder whole, and nothing passes by it")
    func encoded() throws {
        for value in Self.values {
            let text = try render(value, "a{v}b", .english, .encoded { "(\(Array($0.utf8).count))" })
            #expect(text == "a(\(value.utf8.count))b")
        }
    }
}
