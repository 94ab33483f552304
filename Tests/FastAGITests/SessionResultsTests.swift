import FastAGI
import Testing

@Suite("Session, typed results")
struct SessionResultsTests {
    /// Sends one command to an Asterisk that answers with one line, and gives back what the method makes of it.
    private func result<Value>(
        _ answer: String, line: String? = nil, of call: (Session) async throws -> Value
    ) async throws -> Value {
        let asterisk = ScriptedAsterisk(answers: [answer + "\n"])
        let session = try #require(try await Session.begin(over: asterisk))
        let value = try await call(session)
        if let line { #expect(asterisk.lines == [line]) }
        return value
    }

    @Test(
        "STREAM FILE",
        arguments: [
            ("200 result=0 endpos=3520", KeyOutcome.noKey, 3_520), ("200 result=49 endpos=13760", .key(.one), 13_760),
            ("200 result=35 endpos=1", .key(.pound), 1), ("200 result=-1 endpos=0", .failed, 0),
            ("200 result=0", .noKey, nil),
        ] as [(String, KeyOutcome, Int?)])
    func streamFile(answer: String, outcome: KeyOutcome, endpos: Int?) async throws {
        let line = #"STREAM FILE "a" "0123456789*#" 80"#
        let played = try await result(answer, line: line) { try await $0.streamFile("a", escape: .all, offset: 80) }
        #expect(played == PlayResult(outcome: outcome, endpos: endpos))
        #expect(played.key == outcome.key)
    }

    @Test("CONTROL STREAM FILE and GET OPTION")
    func otherPlayback() async throws {
        let controlled = try await result("200 result=0 endpos=-1") {
            try await $0.controlStreamFile(ControlledPlayback(file: "a"))
        }
        #expect(controlled.outcome == .noKey && controlled.endpos == -1)
        let option = try await result("200 result=50 endpos=8") {
            try await $0.getOption("a", escape: EscapeDigits([.two]), timeout: .after(.seconds(1)))
        }
        #expect(option.key == .two)
    }

    @Test(
        "GET DATA",
        arguments: [
            ("200 result=5551234", GetDataResult.complete(digits: "5551234"), "5551234"),
            ("200 result=", .complete(digits: ""), ""), ("200 result= (timeout)", .timedOut(digits: ""), ""),
            ("200 result=12 (timeout)", .timedOut(digits: "12"), "12"),
            ("200 result=12*", .complete(digits: "12*"), "12*"),
            ("200 result=0", .complete(digits: "0"), "0"), ("200 result=-1", .failed, ""),
        ])
    func getData(answer: String, data: GetDataResult, digits: String) async throws {
        let gathered = try await result(answer, line: #"GET DATA "a" 0 9"#) { try await $0.getData("a", mostDigits: 9) }
        #expect(gathered == data && gathered.digits == digits)
    }

    @Test(
        "WAIT FOR DIGIT and SAY",
        arguments: [("200 result=0", KeyOutcome.noKey), ("200 result=42", .key(.star)), ("200 result=-1", .failed)])
    func keys(answer: String, outcome: KeyOutcome) async throws {
        let line = "WAIT FOR DIGIT 500"
        #expect(
            try await result(answer, line: line) { try await $0.waitForDigit(.after(.milliseconds(500))) } == outcome)
        #expect(try await result(answer) { try await $0.say(.digits("12"), escape: .all) } == outcome)
    }

    @Test(
        "RECORD FILE goes by the word, not by the number",
        arguments: [
            ("200 result=49 (dtmf) endpos=1600", RecordResult.Ending.key(.one), 1_600),
            ("200 result=0 (timeout) endpos=0", .timeout, 0), ("200 result=49 (timeout) endpos=8", .timeout, 8),
            ("200 result=-1 (hangup) endpos=80", .hangup, 80), ("200 result=-1 (writefile)", .cannotWrite, nil),
            ("200 result=-1 (waitfor) endpos=4", .channelFailed, 4),
            ("200 result=49 (randomerror) endpos=0", .interruptedBeep(.one), 0),
            ("200 result=-1 (randomerror) endpos=0", .interruptedBeep(nil), 0), ("200 result=-1", .failed, nil),
        ] as [(String, RecordResult.Ending, Int?)])
    func recordFile(answer: String, ending: RecordResult.Ending, endpos: Int?) async throws {
        let recording = Recording(file: "a", format: "wav", limit: .never)
        let recorded = try await result(answer) { try await $0.recordFile(recording) }
        #expect(recorded.ending == ending && recorded.endpos == endpos)
    }

    @Test(
        "GOSUB goes by the words",
        arguments: [
            ("200 result=0 Gosub complete", GosubResult.completed),
            ("200 result=-1 Gosub complete (abnormal exit)", .abnormalExit),
            ("200 result=-1 Gosub label not found", .labelNotFound), ("200 result=-1 Gosub failed", .failed),
        ])
    func gosub(answer: String, outcome: GosubResult) async throws {
        let line = #"GOSUB "sub" "s" 1 "hello""#
        let value = try await result("100 result=0 Trying...\n" + answer, line: line) {
            try await $0.gosub(context: "sub", extension: "s", priority: .number(1), arguments: "hello")
        }
        #expect(value == outcome)
    }

    @Test("variables and database values")
    func values() async throws {
        #expect(try await result("200 result=1 (a (b)") { try await $0.variable("x") } == "a (b")
        #expect(try await result("200 result=1 ()") { try await $0.variable("x") } == "")
        #expect(try await result("200 result=0") { try await $0.variable("x") } == nil)
        let line = #"GET FULL VARIABLE "${A}" "PJSIP/a""#
        let full = try await result("200 result=1 (1795334806)", line: line) {
            try await $0.fullVariable("${A}", channel: "PJSIP/a")
        }
        #expect(full == "1795334806")
        #expect(try await result("200 result=1 (v w)") { try await $0.databaseGet(family: "f", key: "k") } == "v w")
        #expect(try await result("200 result=0") { try await $0.databaseGet(family: "f", key: "k") } == nil)
        #expect(try await result("200 result=1 (hi)") { try await $0.receiveText(timeout: .never) } == "hi")
        #expect(try await result("200 result=-1") { try await $0.receiveText(timeout: .never) } == nil)
    }

    @Test("DELTREE answers the wrong way round, the others do not")
    func database() async throws {
        #expect(try await result("200 result=0") { try await $0.databaseDeleteTree(family: "f") })
        #expect(try await !result("200 result=1") { try await $0.databaseDeleteTree(family: "f", keyTree: "k") })
        #expect(try await result("200 result=1") { try await $0.databaseDelete(family: "f", key: "k") })
        #expect(try await !result("200 result=0") { try await $0.databaseDelete(family: "f", key: "k") })
        #expect(try await result("200 result=1") { try await $0.databasePut(family: "f", key: "k", value: "v") })
        #expect(try await !result("200 result=0") { try await $0.databasePut(family: "f", key: "k", value: "v") })
    }

    @Test("EXEC gives the application's own number, and takes the block behind a 1 as nobody's")
    func exec() async throws {
        let line = #"EXEC "Dial" "PJSIP/a,20""#
        #expect(try await result("200 result=-1", line: line) { try await $0.exec("Dial", "PJSIP/a,20") } == -1)
        #expect(try await result("200 result=-2") { try await $0.exec("NoSuchApp") } == -2)
        let asterisk = ScriptedAsterisk(answers: ["200 result=1\n" + ReplyText.usage("EXEC."), "200 result=0\n"])
        let session = try #require(try await Session.begin(over: asterisk))
        #expect(try await session.exec("System", "true") == 1)
        try await session.noop()
    }

    @Test("the channel's state, its end and its caller id")
    func channel() async throws {
        #expect(try await result("200 result=6") { try await $0.channelStatus() } == .up)
        #expect(try await result("200 result=-1") { try await $0.channelStatus(of: "x") } == nil)
        #expect(try await result("200 result=0") { try await $0.answer() })
        #expect(try await !result("200 result=-1") { try await $0.answer() })
        #expect(try await result("200 result=1") { try await $0.hangUp() })
        #expect(try await !result("200 result=-1", line: #"HANGUP "x""#) { try await $0.hangUp(channel: "x") })
        let line = #"SET CALLERID "\"Billing: 5551234\" <5551234>""#
        try await result("200 result=1", line: line) {
            try await $0.setCallerID(CallerID(name: "Billing: 5551234", number: "5551234"))
        }
        try await result("200 result=0", line: "SET AUTOHANGUP 30") { try await $0.setAutoHangup(.seconds(30)) }
        try await result("200 result=0", line: "SET MUSIC off") { try await $0.setMusic(.off) }
        try await result("200 result=1", line: #"SET VARIABLE "a" "b""#) { try await $0.setVariable("a", "b") }
        try await result("200 result=1", line: #"VERBOSE "hi" 3"#) { try await $0.verbose("hi", level: 3) }
        try await result("200 result=0", line: "NOOP") { try await $0.noop() }
        #expect(try await result("200 result=1") { try await $0.setTDDMode(.mate) })
        #expect(try await !result("200 result=-1") { try await $0.sendText("a") })
        #expect(try await result("200 result=0") { try await $0.sendImage("a") })
    }

    @Test(
        "RECEIVE CHAR",
        arguments: [
            ("200 result=97", ReceiveCharResult.character(97)), ("200 result=0 (timeout)", .timedOut),
            ("200 result=-1 (hangup)", .hangup),
        ])
    func receiveChar(answer: String, outcome: ReceiveCharResult) async throws {
        #expect(try await result(answer) { try await $0.receiveChar(timeout: .never) } == outcome)
    }

    @Test("going on in the dialplan always sets the priority")
    func goOn() async throws {
        let asterisk = ScriptedAsterisk(answers: Array(repeating: "200 result=0\n", count: 4))
        let session = try #require(try await Session.begin(over: asterisk))
        try await session.goOn(context: "ivr", extension: "s")
        try await session.goOn(priority: .label("failed"))
        let lines = [#"SET CONTEXT "ivr""#, #"SET EXTENSION "s""#, "SET PRIORITY 1", #"SET PRIORITY "failed""#]
        #expect(asterisk.lines == lines)
    }

    @Test(
        "an answer other than 200 is a typed error, and the session goes on",
        arguments: [
            ("510 Invalid or unknown command", Reply.Code.unknownCommand), ("520 Invalid command syntax.", .badSyntax),
            ("503 result=-2 Memory allocation failure", .outOfMemory),
        ])
    func rejected(answer: String, code: Reply.Code) async throws {
        await #expect(throws: SessionError.rejected(verb: "STREAM FILE", code: code)) {
            try await result(answer) { try await $0.streamFile("a") }
        }
    }

    @Test("a reply that is none of the command's is a typed error", arguments: ["200 result=x", "200 result=7 (what)"])
    func unexpected(answer: String) async throws {
        await #expect(throws: SessionError.unexpectedReply(verb: "STREAM FILE")) {
            try await result(answer) { try await $0.streamFile("a") }
        }
        await #expect(throws: SessionError.unexpectedReply(verb: "RECORD FILE")) {
            try await result(answer) { try await $0.recordFile(Recording(file: "a", format: "b", limit: .never)) }
        }
        await #expect(throws: SessionError.unexpectedReply(verb: "GOSUB")) {
            try await result(answer) { try await $0.gosub(context: "a", extension: "b", priority: .number(1)) }
        }
    }

    @Test("-1 of a prompt is no hang-up; CHANNEL STATUS tells a missing file from a caller who has gone")
    func missingFile() async throws {
        let asterisk = ScriptedAsterisk(answers: [
            "200 result=-1 endpos=0\n", "200 result=6\n", "200 result=-1 endpos=5\nHANGUP\n",
        ])
        let session = try #require(try await Session.begin(over: asterisk))
        #expect(try await session.streamFile("nosuchfile").outcome == .failed)
        #expect(!session.isHungUp)
        #expect(try await session.channelStatus() == .up)
        #expect(try await session.streamFile("a").outcome == .failed)
        await #expect(throws: SessionError.hungUp) { try await session.channelStatus() }
    }
}
