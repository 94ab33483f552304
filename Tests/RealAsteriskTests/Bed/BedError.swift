/// Why the bed could not do what a test asked of it. A test that meets one of these has said nothing about the server.
enum BedError: Error, Equatable, CustomStringConvertible {
    /// asterisk.sh ended with another code than 0; 77 means that this machine cannot have an Asterisk.
    case asterisk(command: String, code: Int32, output: String)
    /// The built program is in none of the places where it was looked for.
    case noServer(looked: [String])
    /// The server ended, or did not say in time where it listens.
    case serverNotReady(output: String)
    /// A program of the machine that the tests use is missing or failed.
    case command(String, code: Int32, output: String)
    /// Something that was waited for did not come.
    case tooLate(what: String, seconds: Double)
    /// A call did not end in time; the text is all that happened in it.
    case callDidNotEnd(story: String)
    /// A line of the call's event file is not as the bed's dialplan writes it.
    case strangeEvent(line: String)
    /// What a test asked for is not in the call's record.
    case notInRecord(what: String, story: String)

    var description: String {
        switch self {
        case .asterisk(let command, let code, let output): "asterisk.sh \(command) ended with \(code): \(output)"
        case .noServer(let looked):
            "the program attendant is not built; looked in \(looked.joined(separator: ", ")) (ATTENDANT_BINARY names it)"
        case .serverNotReady(let output): "the server did not say \"listening on\": \(output)"
        case .command(let command, let code, let output): "\(command) ended with \(code): \(output)"
        case .tooLate(let what, let seconds): "\(what) did not come within \(seconds) s"
        case .callDidNotEnd(let story): "the call did not end in time:\n\(story)"
        case .strangeEvent(let line): "an event of another form: \(line)"
        case .notInRecord(let what, let story): "\(what) is not in the record of the call:\n\(story)"
        }
    }
}
