import Foundation
import Testing

@Suite("What the README shows of a menu's tests")
struct ReadmeTests {
    @Test("is the file that is compiled and run here, to the letter")
    func same() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let file = try String(contentsOf: folder.appending(path: "YourMenuTests.swift"), encoding: .utf8)
        let readme = try String(
            contentsOf: folder.appending(path: "../../README.md").standardizedFileURL, encoding: .utf8)
        #expect(readme.contains("```swift\n\(file)```"))
    }
}
