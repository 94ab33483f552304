import Foundation
import FoundationXML
import Testing

@testable import Attendant

@Suite("attendant draw")
struct MenuPictureTests {
    private static let samples = (#filePath as NSString).deletingLastPathComponent + "/../../../Menus"
    private static let names = ["clinic", "heating", "info", "minimal", "on-call", "reception", "school", "shop"]

    @Test(
        "every sample fits one page, drawn by Graphviz",
        .enabled(if: Graphviz.isThere, "there is no program dot: apt-get install graphviz"), arguments: names)
    func page(_ name: String) async throws {
        let picture = try await MenuPicture(
            "\(Self.samples)/\(name).json", Configuration(), format: .svg, output: nil, seconds: false)
        let document = try XMLDocument(xmlString: picture.text)
        #expect(document.rootElement()?.name == "svg")
        #expect(picture.remark == nil, "the letters of a sample can be read on A4 paper")
    }

    @Test("the format follows the file, and what was asked for stands over it")
    func formats() async throws {
        let file = "\(Self.samples)/minimal.json"
        let named = try await MenuPicture(file, Configuration(), format: nil, output: "a.mmd", seconds: false)
        #expect(named.text.hasPrefix("flowchart LR"))
        let asked = try await MenuPicture(file, Configuration(), format: .dot, output: "a.mmd", seconds: false)
        #expect(asked.text.hasPrefix("digraph"))
    }

    @Test("seconds stand on the arrows of keys and grow with what is heard")
    func seconds() async throws {
        let file = "\(Self.samples)/minimal.json"
        var configuration = Configuration()
        configuration.sounds = NSTemporaryDirectory() + "attendant-draw-test-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: configuration.sounds) }
        let text = try await MenuPicture(file, configuration, format: .mermaid, output: nil, seconds: true).text
        let seconds = text.matches(of: /([0-9.]+) s"\|/).compactMap { Double($0.1) }
        #expect(seconds.count == 3)
        #expect(seconds == seconds.sorted() && (4...8).contains(seconds[0]), "\(seconds)")
    }

    @Test("a menu that is not there, and a file that cannot be written, are one line")
    func errors() async throws {
        await #expect(throws: StartError.self) {
            try await MenuPicture("/nowhere/x.json", Configuration(), format: .dot, output: nil, seconds: false)
        }
        let picture = try await MenuPicture(
            "\(Self.samples)/minimal.json", Configuration(), format: .dot, output: nil, seconds: false)
        #expect(throws: StartError.self) { try picture.write(to: "/nowhere/at/all.dot") }
    }
}
