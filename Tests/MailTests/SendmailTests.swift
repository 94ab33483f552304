import Foundation
import Testing

@testable import Mail

@Suite("The mail program")
struct SendmailTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("gets the mail on its standard input, its arguments, and nothing else that is open here")
    func success() async throws {
        let program = try folder.script(
            """
            printf '%s|' "$@" > "$HERE/arguments"; ls /proc/self/fd > "$HERE/descriptors"; cat > "$HERE/mail"
            """)
        let message = try MailMessage.sample(attachments: [
            Attachment(name: "m.wav", type: "audio/wav", data: Data(repeating: 7, count: 500_000))
        ])
        try await Sendmail(command: "\(program) -t -f \"a b\"").send(message)
        #expect(try folder.contents("mail") == message.rendered())
        #expect(String(decoding: try folder.contents("arguments"), as: UTF8.self) == "-t|-f|a b|")
        // The last one is ls's own, on the folder that it lists.
        let open = String(decoding: try folder.contents("descriptors"), as: UTF8.self)
        #expect(open == "0\n1\n2\n3\n")
    }

    @Test("that does not read its input is no trouble")
    func unread() async throws {
        let program = try folder.script("exec <&-; exit 0")
        let sound = Attachment(name: "m.wav", type: "audio/wav", data: Data(repeating: 7, count: 3_000_000))
        try await Sendmail(command: program).send(.sample(attachments: [sound]))
    }

    @Test("that fails is told with its status and its first words")
    func failure() async throws {
        let program = try folder.script("echo 'mailbox full' >&2; echo later; exit 75")
        await #expect(throws: MailError.failed(status: 75, output: "mailbox full later")) {
            try await Sendmail(command: program).send(.sample())
        }
    }

    @Test("that prints without end is told shortly")
    func talkative() async throws {
        let program = try folder.script("i=0; while [ $i -lt 2000 ]; do echo 'no such user'; i=$((i+1)); done; exit 1")
        await #expect {
            try await Sendmail(command: program).send(.sample())
        } throws: { error in
            guard case .failed(1, let output) = error as? MailError else { return false }
            return output.hasPrefix("no such user no such user") && output.count <= 300
        }
    }

    @Test("that hangs is killed with all that it started")
    func hanging() async throws {
        let program = try folder.script(
            """
            trap '' TERM; ( echo $$ > "$HERE/started"; while :; do sleep 1; done ) & wait; sleep 60
            """)
        let limit = Duration.milliseconds(400)
        await #expect(throws: MailError.overdue(limit)) {
            try await Sendmail(command: program, limit: limit).send(.sample())
        }
        let started = try #require(Int32(String(decoding: folder.contents("started"), as: UTF8.self).dropLast()))
        #expect(kill(-started, 0) == -1 || isGone(started))
    }

    /// Whether every process of a group has ended; one that waits to be reaped by init has.
    private func isGone(_ group: Int32) -> Bool {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.allSatisfy { name in
            guard Int32(name) != nil, let stat = try? String(contentsOfFile: "/proc/\(name)/stat", encoding: .utf8)
            else { return true }
            let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
            return fields.count < 3 || fields[2] != "\(group)" || fields[0] == "Z"
        }
    }

    @Test("that is killed is told by its signal")
    func killed() async throws {
        let program = try folder.script("kill -KILL $$")
        await #expect(throws: MailError.killed(signal: 9)) { try await Sendmail(command: program).send(.sample()) }
    }

    @Test("that is not there is named")
    func missing() async throws {
        let program = folder.path + "/nothing"
        await #expect(throws: MailError.cannotStart(program: program, words: "No such file or directory")) {
            try await Sendmail(command: program).send(.sample())
        }
    }

    @Test(
        "that has ended is let go of, with what it held open, long before its limit", .timeLimit(.minutes(1)))
    func letGo() async throws {
        weak var seen: MailProgram?
        do {
            let program = try MailProgram(words: ["/bin/sh", "-c", "exit 0"], input: Data())
            seen = program
            try program.wait(limit: .seconds(3_600))
        }
        // A timer that is taken back lets go on a thread of its own.
        while seen != nil { await Task.yield() }
    }

    @Test("many at once each get their own mail")
    func many() async throws {
        let program = try folder.script("cat > \"$HERE/mail.$1\"")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<20 {
                group.addTask {
                    try await Sendmail(command: "\(program) \(index)").send(.sample(subject: "Mail \(index)"))
                }
            }
            try await group.waitForAll()
        }
        for index in 0..<20 { #expect(ReadMail(try folder.contents("mail.\(index)"))["Subject"] == "Mail \(index)") }
    }

    @Test(
        "a command line is split like a shell's",
        arguments: [
            ("/usr/sbin/sendmail -t", ["/usr/sbin/sendmail", "-t"]), ("  a   b\t", ["a", "b"]), ("a ''", ["a", ""]),
            ("a 'b c' \"d e\"f", ["a", "b c", "d ef"]), (#"a\ b "\"" '\'"#, ["a b", "\"", "\\"]),
            ("a $HOME `id` ; rm *", ["a", "$HOME", "`id`", ";", "rm", "*"]),
        ])
    func words(line: String, expected: [String]) throws {
        #expect(try Sendmail(command: line).words == expected)
    }

    @Test("a line without a program is refused", arguments: ["", "  ", "a 'b", "a \"b", "a \\", "'' a"])
    func badCommand(line: String) {
        #expect(throws: MailError.badCommand(line)) { try Sendmail(command: line) }
    }
}
