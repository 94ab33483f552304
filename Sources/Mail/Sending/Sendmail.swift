internal import Dispatch
internal import Foundation

/// Hands mails to a program that takes them on its standard input, as Asterisk's `mailcmd` does: `/usr/sbin/sendmail
/// -t`.
public struct Sendmail: Sendable {
    /// A program that takes longer is killed. Handing over is quick: delivery is the program's own queue's work.
    public static let timeLimit = Duration.seconds(60)

    /// The program and its arguments.
    public let words: [String]
    private let limit: Duration

    /// Takes a command line; it is split like a shell's, but no shell runs.
    ///
    /// - Parameters:
    ///   - command: the program and its arguments; a program without "/" is looked for in PATH.
    ///   - limit: how long it may take.
    /// - Throws: `MailError.badCommand`.
    public init(command: String, limit: Duration = timeLimit) throws(MailError) {
        guard let words = CommandWords.words(command) else { throw .badCommand(command) }
        self.words = words
        self.limit = limit
    }

    /// Hands a mail over; returns when the program took it (status 0).
    ///
    /// Runs on a thread of its own, and goes on when its task is cancelled: whether a mail went must be known.
    ///
    /// - Throws: `cannotStart`, `failed` with what the program printed, `killed`, `overdue`, `noRecipient`.
    public func send(_ message: MailMessage) async throws(MailError) {
        let mail = try message.rendered()
        let result = await withCheckedContinuation {
            (continuation: CheckedContinuation<Result<Void, MailError>, Never>) in
            let queue = DispatchQueue(label: "attendant.mail")
            queue.async {
                continuation.resume(
                    returning: Result { () throws(MailError) in
                        let program = try MailProgram(words: words, input: mail)
                        try program.wait(limit: limit)
                    })
            }
        }
        try result.get()
    }
}
