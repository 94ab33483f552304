import Foundation
import MenuFile
import Reception
import Speech
import Testing

@testable import Attendant

@Suite("Lines recorded beside a menu file")
struct RecordedLinesTests {
    private static let greeting = PromptLine(language: "en", text: "Good morning from the workshop.")
    private static let menu = """
        { "attendant": 1, "name": "A", "operator": "200", "start": { "say": "Good morning from the workshop.",
          "menu": { "1": { "for": "repairs", "ring": "201" } } } }
        """
    private let folder: TemporaryFolder
    private let board = MenuBoard()
    private let speech: SpeechLibrary
    private let keeper: MenuKeeper

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(Self.menu, "a.json")
        var configuration = Configuration()
        configuration.menus = folder.path
        configuration.sounds = SharedSounds.folder
        speech = try Opening.speech(configuration, patience: .seconds(60))
        keeper = MenuKeeper(MenuFolder(folder.path), board, speech)
    }

    /// A tone, as µ-law.
    private func record(_ line: PromptLine, seconds: Int = 7, name: String? = nil) throws -> String {
        let path = "a.recordings/en/\(name ?? line.fileName)"
        let samples = (0..<8000 * seconds).map { UInt8($0 % 16 < 8 ? 0x10 : 0x90) }
        let file = URL(filePath: folder.path).appending(path: path + ".ulaw")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(samples).write(to: file)
        return path
    }

    private var greeting: Prompt {
        Prompt([.speech(Self.greeting.text, Prompt.Voice(language: "en"))])
    }

    @Test("are taken up by the next look, made into sounds before they are needed, and let go with their file")
    func takenUp() async throws {
        _ = try await keeper.look()
        let version = try #require(board.version("a"))
        let spoken = try await version.recorded(speech).sound(of: greeting).length
        let path = try record(Self.greeting)
        let changes = try await keeper.look()
        #expect(changes.served.map(\.recordings) == [[path]])
        let recorded = try #require(board.version("a"))
        #expect(recorded.recordings.all == [path] && recorded.version == version.version)
        let prompt = StaticPrompts.of(recorded.document).first { $0.text.hasPrefix("Good morning") }
        #expect(recorded.recorded(speech).ready(try #require(prompt)) != nil)
        let heard = try await recorded.recorded(speech).sound(of: greeting).length
        #expect(abs(heard / .seconds(1) - 7.05) < 0.01 && spoken < .seconds(4))
        #expect(try await keeper.look().isEmpty)
        try FileManager.default.removeItem(atPath: "\(folder.path)/\(path).ulaw")
        #expect(try await keeper.look().served.map(\.recordings) == [[path]])
        #expect(try await board.version("a")?.recorded(speech).sound(of: greeting).length == spoken)
    }

    @Test("are told of by attendant check when they are no sound")
    func broken() async throws {
        try folder.write("no sound", "a.recordings/en/\(Self.greeting.fileName).wav")
        let file = "\(folder.path)/a.json"
        var configuration = Configuration()
        configuration.sounds = SharedSounds.folder
        let version = try #require(try MenuFolder.load(file).version)
        let found = await MenuMeasure(file, version, configuration).findings.filter { $0.rule == .missingSound }
        #expect(found.map(\.severity) == [.warning])
        #expect(found.first?.message.hasSuffix("the line is spoken instead") == true)
        let missing = try MenuScript(file, configuration, language: nil, onlyMissing: true).printed(.text)
        #expect(missing.contains("\(Self.greeting.fileName) (unreadable)"), "\(missing)")
    }

    @Test("stand in the script under their names, and those that nobody needs below it")
    func script() throws {
        let path = try record(Self.greeting, name: "take-2-\(Self.greeting.mark)")
        let old = try record(PromptLine(language: "en", text: "Hello."))
        let file = "\(folder.path)/a.json"
        let script = try MenuScript(file, Configuration(), language: nil, onlyMissing: false)
        let page = script.printed(.text)
        #expect(page.contains("  Good morning from the workshop.\n  → \(path) (recorded)"))
        #expect(page.hasSuffix("\(old): no line has these words any more"))
        let missing = try MenuScript(file, Configuration(), language: "en", onlyMissing: true).printed(.csv)
        #expect(
            missing.hasPrefix("language,text,file,state,place\r\nen,\"For repairs, press 1.\",a.recordings/en/for-"))
        #expect(!missing.contains("Good morning"))
        let object = try JSONSerialization.jsonObject(with: Data(script.printed(.json).utf8)) as? [String: Any]
        #expect(object?["unused"] as? [String] == [old])
    }

    @Test("are asked for in a language of the menu only")
    func language() throws {
        #expect {
            _ = try MenuScript("\(folder.path)/a.json", Configuration(), language: "pl", onlyMissing: false)
        } throws: { "\($0)" == "--language: a.json does not speak \"pl\"; it speaks en" }
    }
}
