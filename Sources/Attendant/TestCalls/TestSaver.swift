import Foundation
import MenuFile

/// Puts a call test into a file: a new one, or behind the calls that are there.
struct TestSaver {
    let file: String
    let menu: String

    /// - Throws: `StartError.file`: the test does not pass, the file is no test file, or cannot be written. The file is
    ///   as it was then.
    func add(_ test: ProvenTest) throws(StartError) {
        guard test.hasPassed else {
            throw .file("not saved: \(test.notes.last.map { PlainText.of($0) } ?? "the test does not pass")")
        }
        // A link stays one: its target is written.
        let url = URL(fileURLWithPath: file).resolvingSymlinksInPath()
        var text = test.text + "\n"
        if FileManager.default.fileExists(atPath: url.path) {
            guard let data = SmallFile.bytes(url.path, atMost: MenuFolder.mostBytes),
                let known = String(validating: data, as: UTF8.self),
                let added = TestFileText.adding(test.call, to: known)
            else { throw .file("\(file): is no file of call tests; expected an object with a list \"calls\"") }
            text = added
        }
        do {
            try Data(text.utf8).write(to: url, options: .atomic)
        } catch {
            throw .file("\(file): cannot be written: \(error.localizedDescription)")
        }
    }
}
