import FastAGI
import Testing

@testable import FakeAsterisk

@Suite("Replies to single commands")
struct CommandReplyTests {
    private static let usage520 = "520-Invalid command syntax.  Proper usage follows:"

    private static func channel(_ change: (inout World) -> Void = { _ in }) -> Channel {
        var world = World()
        world.labels = ["done"]
        world.telephones["PJSIP/201"] = .busy
        world.queues["sales"] = CallQueue(waiting: 3)
        change(&world)
        return Channel(IncomingCall(name: "Jo", state: .up), world: world)
    }

    @Test(
        "at once, on a live channel",
        arguments: [
            ("ANSWER", "200 result=0"), ("answer now please", "200 result=0"),
            ("ANSWER\r", "510 Invalid or unknown command"),
            ("ANSWERS", "510 Invalid or unknown command"), ("", "510 Invalid or unknown command"),
            ("CHANNEL STATUS", "200 result=6"), ("CHANNEL STATUS PJSIP/trunk-00000001", "200 result=6"),
            ("CHANNEL STATUS PJSIP/other-1", "200 result=-1"), ("CHANNEL STATUS a b", usage520),
            ("NOOP one two", "200 result=0"), ("VERBOSE \"x\" 9", "200 result=1"), ("VERBOSE", usage520),
            ("GET VARIABLE CALLERID(num)", "200 result=1 (07700900001)"),
            ("GET VARIABLE CALLERID(name)", "200 result=1 (Jo)"),
            ("GET VARIABLE CALLERID(all)", "200 result=1 (\"Jo\" <07700900001>)"),
            ("GET VARIABLE DEVICE_STATE(PJSIP/201)", "200 result=1 (BUSY)"),
            ("GET VARIABLE CHANNEL(state)", "200 result=1 (Up)"),
            ("GET VARIABLE CHANNEL(language)", "200 result=1 (en)"),
            ("GET VARIABLE QUEUE_WAITING_COUNT(sales)", "200 result=1 (3)"),
            ("GET VARIABLE NO_SUCH(x)", "200 result=0"), ("GET VARIABLE UNIQUEID", "200 result=1 (1795334806.17)"),
            ("GET FULL VARIABLE \"${LEN(a${EXTEN}b)}\"", "200 result=1 (5)"),
            ("GET FULL VARIABLE ${EXTEN:1} x", "200 result=0"), ("GET FULL VARIABLE ${EXTEN:1}", "200 result=1 (00)"),
            ("GET FULL VARIABLE ${EXTEN:-2:1}", "200 result=1 (0)"), ("GET FULL VARIABLE ${", "200 result=1 (${)"),
            ("GET FULL VARIABLE ${URIENCODE(a b%)} c d", usage520),
            ("GET FULL VARIABLE \"${URIENCODE(a b%)}\"", "200 result=1 (a%20b%25)"),
            ("DATABASE GET a b", "200 result=0"), ("DATABASE PUT a b", usage520), ("DATABASE DEL a b", "200 result=0"),
            ("DATABASE DELTREE a", "200 result=1"), ("SET PRIORITY 7", "200 result=0"),
            ("SET PRIORITY done", "200 result=0"), ("SET PRIORITY nowhere", usage520),
            ("SET AUTOHANGUP 1.5", "200 result=0"), ("SET AUTOHANGUP soon", usage520), ("SET MUSIC loud", usage520),
            ("SET CONTEXT", usage520), ("HANGUP PJSIP/other-1", "200 result=-1"), ("SEND TEXT hi", "200 result=0"),
            ("SPEECH CREATE x", "200 result=0"), ("GOSUB a b 1", "200 result=-1 Gosub label not found"),
            ("GOSUB a b", usage520), ("EXEC NoSuchApp", "200 result=-2"), ("EXEC", usage520),
            ("WAIT FOR DIGIT soon", usage520), ("SAY DIGITS *2 \"\"", usage520), ("RECORD FILE a wav", usage520),
            ("STREAM FILE nothing \"\"", "200 result=-1 endpos=0"), ("GET DATA nothing", "200 result=-1"),
            ("CONTROL STREAM FILE nothing \"\"", "200 result=-1 endpos=0"),
            ("RECORD FILE /tmp/x wav # 1000", "200 result=-1 (writefile)"),
        ])
    func replies(command: String, reply: String) {
        var channel = Self.channel()
        #expect(channel.begin(command).first == reply)
    }

    @Test("an Asterisk without documentation answers wrong arguments in one line")
    func undocumented() {
        var channel = Self.channel { $0.hasUsageTexts = false }
        #expect(channel.begin("STREAM FILE") == ["520 Invalid command syntax.  Proper usage not available."])
    }

    @Test("every command of FastAGI's table is known, and lives on after a hang-up where that says so")
    func sameTable() {
        for verb in Verb.allCases {
            let known = KnownCommand(words: verb.rawValue.split(separator: " ").map(String.init))
            #expect(known?.verb == verb.rawValue)
            #expect(known?.isAllowedOnDeadChannel == verb.runsWhenDead)
            #expect(known?.wordCount == verb.wordCount)
        }
    }

    @Test("after a hang-up every command either runs or answers 511", arguments: Verb.allCases)
    func dead(verb: Verb) {
        var channel = Self.channel()
        channel.hangUp(at: .zero)
        #expect(channel.takeOutput() == ["HANGUP"])
        let first = channel.begin("\(verb.rawValue) a b c").first ?? ""
        #expect(first.hasPrefix("511 ") == !verb.runsWhenDead)
        #expect(channel.status == .hangup)
    }

    @Test("DELTREE's answer is upside down: 0 when something was deleted")
    func deleteTree() {
        var channel = Self.channel { $0.database = ["a/b": "1", "a/c/d": "2", "ab/c": "3"] }
        #expect(channel.begin("DATABASE DELTREE a") == ["200 result=0"])
        #expect(channel.begin("DATABASE DELTREE a") == ["200 result=1"])
        #expect(channel.begin("DATABASE GET ab c") == ["200 result=1 (3)"])
        #expect(channel.begin("DATABASE DEL ab c") == ["200 result=1"])
    }

    @Test("underscores say who inherits a variable and are no part of its name")
    func inheritance() {
        var channel = Self.channel()
        _ = channel.begin("SET VARIABLE __LABEL Repairs")
        _ = channel.begin("SET VARIABLE _ONCE 1")
        _ = channel.begin("SET VARIABLE OWN 2")
        #expect(channel.begin("GET VARIABLE LABEL") == ["200 result=1 (Repairs)"])
        #expect(channel.begin("GET VARIABLE __LABEL") == ["200 result=0"])
        _ = channel.begin("EXEC Dial PJSIP/201")
        #expect(channel.rung.first?.variables == ["LABEL": "Repairs", "ONCE": "1"])
    }

    @Test("SET CALLERID and CALLERID(name) change what telephones display")
    func callerID() {
        var channel = Self.channel()
        _ = channel.begin("SET CALLERID \"\\\"Ann B\\\" <0123>\"")
        #expect(channel.begin("GET VARIABLE CALLERID(all)") == ["200 result=1 (\"Ann B\" <0123>)"])
        _ = channel.begin("SET VARIABLE CALLERID(name) \"Repairs: Ann\"")
        _ = channel.begin("EXEC Dial PJSIP/201")
        #expect(channel.rung.first?.name == "Repairs: Ann")
        #expect(channel.rung.first?.number == "0123")
    }

    @Test(
        "the digest of authentication without a module",
        arguments: [
            ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"), ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (String(repeating: "a", count: 64), "0098ba824b5c16427bd7a1122a5a442a25ec644d"),
        ])
    func sha1(text: String, digest: String) {
        #expect(SHA1.hexadecimal(Array(text.utf8)) == digest)
    }
}
