@testable import FastAGI
import Testing

@Suite("Environment")
struct EnvironmentTests {
    private func parse(_ text: String, limits: Limits = Limits()) throws -> Environment {
        try parse(bytes: Array(text.utf8), limits: limits)
    }

    private func parse(bytes: [UInt8], limits: Limits = Limits()) throws -> Environment {
        try Environment(parsing: bytes, limits: limits)
    }

    private func parse(_ lines: [String: String]) throws -> Environment {
        try parse(ScriptedAsterisk.environment(lines))
    }

    @Test("reads the recorded block of Asterisk 22.10.1")
    func recorded() throws {
        let environment = try parse(ScriptedAsterisk.environment)
        #expect(environment.networkScript?.path == "main")
        #expect(environment.request == "agi://127.0.0.1:4573/main")
        #expect(environment.channel == "Local/s@ivr-00000008;2")
        #expect(environment.language == "en")
        #expect(environment.type == "Local")
        #expect(environment.uniqueID == "1795334806.17")
        #expect(environment.version == "22.10.1+dfsg+~cs6.17.60671434-1")
        #expect(environment.callerID == nil)
        #expect(environment.callerIDName == nil)
        #expect(environment.callingPres == 67)
        #expect(environment.presentation == .unavailable)
        #expect(environment.callingANI2 == 0)
        #expect(environment.callingTON == 0)
        #expect(environment.callingTNS == 0)
        #expect(environment.dialledNumber == nil)
        #expect(environment.redirectingNumber == nil)
        #expect(environment.context == "ivr")
        #expect(environment.extension == "s")
        #expect(environment.priority == 2)
        #expect(!environment.isEnhanced)
        #expect(environment.accountCode == "")
        #expect(environment.threadID == "140135562454720")
        #expect(environment.arguments == [])
        #expect(environment.extras == [])
        #expect(environment.commandLineBytes == 8_190)
    }

    @Test("reads a caller who is known")
    func caller() throws {
        let environment = try parse([
            "agi_callerid": "+441632960123", "agi_calleridname": #"Anna \"Ann\" \\ Bell: junior"#,
            "agi_callingpres": "32", "agi_dnid": "4000", "agi_rdnis": "4001", "agi_enhanced": "1.0",
        ])
        #expect(environment.callerID == "+441632960123")
        #expect(environment.callerIDName == #"Anna \"Ann\" \\ Bell: junior"#)
        #expect(environment.presentation == .restricted)
        #expect(environment.dialledNumber == "4000")
        #expect(environment.redirectingNumber == "4001")
        #expect(environment.isEnhanced)
    }

    @Test("an empty caller number is none, a caller named Unknown is one")
    func emptyCaller() throws {
        #expect(try parse(["agi_callerid": ""]).callerID == nil)
        #expect(try parse(["agi_calleridname": "Unknown"]).callerIDName == "Unknown")
    }

    @Test("keeps arguments in order, also with gaps and out of order")
    func arguments() throws {
        #expect(try parse(["agi_arg_1": "sales", "agi_arg_2": "a: b"]).arguments == ["sales", "a: b"])
        #expect(try parse(["agi_arg_3": "c", "agi_arg_1": "a"]).arguments == ["a", "", "c"])
        let odd = try parse(["agi_arg_0": "x", "agi_arg_128": "y", "agi_arg_-1": "z", "agi_arg_": "w"])
        #expect(odd.arguments == [])
        #expect(odd.extras.count == 4)
    }

    @Test("the first of two lines with one name wins")
    func duplicates() throws {
        let block = ScriptedAsterisk.environment(["agi_arg_1": "true"])
        let forged = block.replacing("\n\n", with: "\nagi_arg_1: forged\nagi_context: forged\n\n")
        let environment = try parse(forged)
        #expect(environment.arguments == ["true"])
        #expect(environment.context == "ivr")
    }

    @Test("keeps lines it does not know aside, and not without end")
    func unknown() throws {
        let environment = try parse(["agi_new": "1", "x_other": "2"])
        #expect(environment.extras.map(\.name) == ["agi_new", "x_other"])
        #expect(environment.extras.map(\.value) == ["1", "2"])
        let many = "agi_network: yes\n" + (0..<100).map { "agi_x\($0): y\n" }.joined() + "no colon\n\n"
        #expect(try parse(many).extras.count == Environment.mostExtras)
        #expect(try parse("agi_network: yes\nno colon at:all\n\n").extras.first?.name == "no colon at:all")
    }

    @Test("UTF-8 where it is valid, else Latin-1")
    func encodings() throws {
        #expect(try parse(["agi_calleridname": "Grüße 你好"]).callerIDName == "Grüße 你好")
        let latin = Array("agi_calleridname: J".utf8) + [0xF6] + Array("rg\n\n".utf8)
        #expect(try parse(bytes: latin).callerIDName == "Jörg")
    }

    @Test("a block without the usual lines still has values")
    func sparse() throws {
        let environment = try parse("agi_network: yes\r\nagi_priority: many\r\nagi_accountcode:\r\n\r\n")
        #expect(environment.networkScript == nil)
        #expect(environment.channel == "")
        #expect(environment.priority == nil)
        #expect(environment.presentation == .unavailable)
        #expect(environment.accountCode == "")
        #expect(environment.commandLineBytes == 2_046)
    }

    @Test(
        "whoever does not begin with agi_ is no Asterisk",
        arguments: ["GET / HTTP/1.1\r\nHost: x\r\n\r\n", "\n\n", "\u{16}\u{3}\u{1}\n", "OPTIONS sip:x SIP/2.0\n\n"]
    )
    func notAGI(text: String) {
        let error = #expect(throws: EnvironmentError.self) { try parse(text) }
        guard case .notAGI(let excerpt) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(excerpt.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
    }

    @Test("each limit is held, and its last value allowed")
    func limits() throws {
        let block = "agi_network: yes\nagi_context: abcd\n\n"
        #expect(try parse(block, limits: Limits(environmentLineBytes: 17)).context == "abcd")
        #expect(throws: EnvironmentError.lineTooLong(line: 2, limit: 16)) {
            try parse(block, limits: Limits(environmentLineBytes: 16))
        }
        #expect(try parse(block, limits: Limits(environmentLines: 2)).context == "abcd")
        #expect(throws: EnvironmentError.tooManyLines(limit: 1)) {
            try parse(block, limits: Limits(environmentLines: 1))
        }
        #expect(try parse(block, limits: Limits(environmentBytes: 35)).context == "abcd")
        #expect(throws: EnvironmentError.tooManyBytes(limit: 34)) {
            try parse(block, limits: Limits(environmentBytes: 34))
        }
    }

    @Test("a block without its blank line is cut off, what follows the blank line is not read")
    func ends() throws {
        #expect(throws: EnvironmentError.cutOff(lines: 2)) { try parse("agi_network: yes\nagi_context: a\nagi_x") }
        #expect(throws: EnvironmentError.cutOff(lines: 0)) { try parse("") }
        #expect(try parse("agi_context: a\n\nagi_extension: b\n\n").extension == "")
    }

    @Test("messages say where and what was expected")
    func messages() {
        #expect(
            EnvironmentError.notAGI(excerpt: "GET / ").description
                == #"environment, line 1: expected a line that begins with "agi_", found "GET / ""#)
        #expect(
            EnvironmentError.lineTooLong(line: 3, limit: 9).description == "environment, line 3: longer than 9 bytes")
        #expect(
            EnvironmentError.tooManyLines(limit: 9).description
                == "environment: more than 9 lines before the blank one that ends it")
        #expect(
            EnvironmentError.tooManyBytes(limit: 9).description
                == "environment: more than 9 bytes before the blank line that ends it")
        #expect(
            EnvironmentError.cutOff(lines: 2).description
                == "environment: the peer closed after 2 lines, before the blank one that ends the block")
    }

    @Test("random lines never crash it", arguments: 0..<60 as Range<UInt64>)
    func random(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let palette = Array("agi_network: arg_1callerid%\n\r\u{0}9-".utf8) + [0xC3, 0xFF]
        var bytes = Array("agi_network: yes\n".utf8)
        for _ in 0..<400 { bytes.append(palette.randomElement(using: &generator) ?? 0) }
        guard let environment = try? parse(bytes: bytes + [10, 10]) else { return }
        _ = (environment.arguments, environment.networkScript, environment.callerID, environment.presentation)
        #expect(environment.extras.count <= Environment.mostExtras)
    }
}
