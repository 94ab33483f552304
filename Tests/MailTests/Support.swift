import Foundation
import Mail

/// 2026-03-03 17:00:00 UTC, a Tuesday.
let someday = Date(timeIntervalSince1970: 1_772_557_200)

/// A folder of its own for one test, removed with it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "mail-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A command line that runs a script in this folder; `$HERE` is the folder.
    ///
    /// The shell reads the file; were it run itself, a program that another test starts meanwhile could still hold it
    /// open for writing ("Text file busy").
    func script(_ body: String) throws -> String {
        let file = path + "/program"
        try Data("HERE='\(path)'\n\(body)\n".utf8).write(to: URL(fileURLWithPath: file))
        return "/bin/sh '\(file)'"
    }

    func contents(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)) }
}

extension MailMessage {
    static func sample(
        name: String? = nil, subject: String = "Hello", text: String = "Text\n", attachments: [Attachment] = []
    ) throws -> MailMessage {
        MailMessage(
            from: try MailAddress("attendant@example.org", name: name), to: [try MailAddress("anna@example.org")],
            subject: subject, text: text, attachments: attachments, date: someday, id: "callback-17@example.org")
    }
}
