import MenuFile
import Reception
import Testing

@Suite("Lines of a menu that somebody recorded")
struct LineRecordingsTests {
    static let voice = Prompt.Voice(language: "en")
    static let sentences = Prompt([
        .speech("For repairs,", voice), .pause(.milliseconds(250)), .speech("press 1.", voice),
        .pause(.milliseconds(300)), .speech("Bye.", voice),
    ])
    static let repairs = PromptLine(language: "en", text: "For repairs, press 1.")

    private func path(_ line: PromptLine, folder: String = "a.recordings/en") -> String {
        "\(folder)/\(line.fileName)"
    }

    @Test("are named by their first words and a mark of all of them")
    func name() {
        #expect(Self.repairs.fileName == "for-repairs-press-1-\(Self.repairs.mark)")
        #expect(PromptLine(language: "de", text: "Für Öl: 1!").fileName.hasPrefix("fur-ol-1-"))
        let russian = PromptLine(language: "ru", text: "Добрый день.")
        #expect(russian.fileName == russian.mark && russian.mark.count == 8)
        #expect(PromptLine(language: "en", text: String(repeating: "long", count: 99)).fileName.count == 8)
    }

    @Test("have another mark when a word, a sign or the language is another")
    func marks() {
        let others = [
            PromptLine(language: "en", text: "For repairs, press 2."),
            .init(language: "en", text: "For repairs press 1."),
            .init(language: "pl", text: Self.repairs.text),
        ]
        #expect(Set(others.map(\.mark) + [Self.repairs.mark]).count == 4)
    }

    @Test("are heard in their place, the pause before the key in them; the other sentences are spoken")
    func applied() {
        let recordings = LineRecordings([path(Self.repairs)])
        let prompt = recordings.applied(to: Self.sentences)
        #expect(
            prompt.pieces == [
                .recording(path: path(Self.repairs), text: Self.repairs.text, Self.voice), .pause(.milliseconds(300)),
                .speech("Bye.", Self.voice),
            ])
        #expect(prompt.text == Self.sentences.text)
        #expect(recordings.applied(to: prompt) == prompt)
    }

    @Test("may have other first words in their names", arguments: ["", "take2-", "my favourite-"])
    func renamed(words: String) {
        let recordings = LineRecordings(["a.recordings/en/\(words)\(Self.repairs.mark)"])
        #expect(recordings.path(of: Self.repairs) != nil)
    }

    @Test(
        "are not found under another language, without a mark, or outside a folder",
        arguments: ["a.recordings/pl/NAME", "a.recordings/en/for-repairs", "NAME", "a.recordings/en/xNAME", ""])
    func strangers(path: String) {
        let recordings = LineRecordings([path.replacing("NAME", with: Self.repairs.mark)])
        #expect(recordings.path(of: Self.repairs) == nil)
    }

    @Test("are not heard in a prompt that holds something sensitive")
    func sensitive() {
        var prompt = Self.sentences
        prompt.isSensitive = true
        #expect(LineRecordings([path(Self.repairs)]).applied(to: prompt) == prompt)
    }

    @Test("are heard in a call, and a key is as well pressed after it was named there")
    func walked() async throws {
        let menu = line(#"{ "say": "Hi.", "menu": { "1": { "for": "repairs", "say": "Done." } } }"#)
        let plain = try await Rehearsed(menu, "1")
        let call = try await Rehearsed(menu, "1") { $0.recordings = LineRecordings([path(Self.repairs)]) }
        #expect(call.story == plain.story)
        let heard = call.asked.flatMap(\.pieces)
        #expect(heard.contains(.recording(path: path(Self.repairs), text: Self.repairs.text, Self.voice)))
        #expect(!heard.contains(.speech("For repairs,", Self.voice)))
    }
}
