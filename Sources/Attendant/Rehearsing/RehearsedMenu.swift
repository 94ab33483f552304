import Foundation
public import MenuFile
public import Reception
import Rehearsal

/// A menu and its call tests, as a server for rehearsals answers them.
public struct RehearsedMenu: Sendable {
    /// The menu, with the lines that are recorded beside it.
    public let version: MenuVersion
    /// Its call tests.
    public let tests: CallTestFile
    /// Names the bytes of both files: who calls and who answers must have the same.
    public let mark: String

    /// A menu file and the tests beside it.
    ///
    /// - Returns: nil: there are no tests beside it.
    /// - Throws: `StartError.menus`: one of the two has errors or cannot be read.
    public init?(_ file: String) throws(StartError) {
        let tests = CallTesting.file(beside: file)
        guard FileManager.default.fileExists(atPath: tests) else { return nil }
        let (menu, beside) = (try MenuFolder.bytes(of: file), try MenuFolder.bytes(of: tests))
        let (version, findings) = MenuFolder.load(menu, of: file)
        guard let version else { throw Self.refusal(findings, of: file) }
        let name = (tests as NSString).lastPathComponent
        let loaded = CallTestLoader.load([UInt8](beside), fileName: name, menu: version.document)
        guard let calls = loaded.0 else { throw Self.refusal(loaded.1, of: tests) }
        self.version = version
        self.tests = calls
        mark = MenuFolder.digest(menu + beside)
    }

    private static func refusal(_ findings: [Finding], of file: String) -> StartError {
        let first = findings.first { $0.severity == .error }?.description ?? "\(file): cannot be read"
        return .menus("\(first) (attendant check says everything)")
    }

    /// The zone in which the tests say their times.
    func zone(_ house: House) -> TimeZone { TimeZone(identifier: version.document.timeZone ?? house.timeZone) ?? .gmt }
}

/// Which call of which tests is meant: `heating?rehearse=3&tests=0a1b…`.
struct RehearsalRequest: Sendable, Equatable {
    /// The call's place in the file, from 0.
    let index: Int
    /// The mark of the two files.
    let mark: String

    /// The names in the AGI URL's query.
    static let (indexName, markName) = ("rehearse", "tests")

    /// What a call's URL asks for; nil: it is no call of a rehearsal.
    init?(query: (String) -> String?) {
        guard let text = query(Self.indexName), let index = Int(text), let mark = query(Self.markName) else {
            return nil
        }
        self.init(index: index, mark: mark)
    }

    init(index: Int, mark: String) {
        self.index = index
        self.mark = mark
    }

    /// The query.
    var query: String { "\(Self.indexName)=\(index)&\(Self.markName)=\(mark)" }
}
