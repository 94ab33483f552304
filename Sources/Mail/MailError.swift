/// Why a mail could not be made or handed over.
public enum MailError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The command line has no program, or a quote that does not end.
    case badCommand(String)
    /// The program could not be started, with the system's words.
    case cannotStart(program: String, words: String)
    /// The program ended with a status other than 0; what it printed, shortened.
    case failed(status: Int32, output: String)
    /// The program was ended by a signal.
    case killed(signal: Int32)
    /// The program took longer than its limit and was killed.
    case overdue(Duration)
    /// A mail address that is none, or one with letters outside ASCII, which few mail servers take.
    case badAddress(String)
    /// Nobody to send it to.
    case noRecipient

    /// One line.
    public var description: String {
        switch self {
        case .badCommand(let command):
            "\"\(command)\" is no command line; expected something like /usr/sbin/sendmail -t"
        case .cannotStart(let program, let words): "\(program) cannot be started: \(words)"
        case .failed(let status, let output):
            output.isEmpty
                ? "the mail program ended with status \(status)"
                : "the mail program ended with status \(status): \(output)"
        case .killed(let signal): "the mail program was ended by signal \(signal)"
        case .overdue(let limit): "the mail program took longer than \(limit.components.seconds) s and was killed"
        case .badAddress(let text): "\"\(text)\" is no mail address; expected something like anna@example.org"
        case .noRecipient: "the mail has no recipient"
        }
    }
}
