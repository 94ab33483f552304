import Foundation
import Testing

@Suite("What the README shows of a server's tests")
struct ReadmeTests {
    @Test("is the file that is compiled and run here, to the letter")
    func same() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let file = try String(contentsOf: folder.appending(path: "YourServerTests.swift"), encoding: .utf8)
        let readme = try String(
            contentsOf: folder.appending(path: "../../README.md").standardizedFileURL, encoding: .utf8)
        let blocks = readme.components(separatedBy: "```swift\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        #expect(blocks.contains(file))
    }
}
