import Foundation
import Testing

@testable import Attendant

@Suite("Call files for Asterisk")
struct CallSpoolTests {
    private static let call = AgentCall(
        channel: "PJSIP/201", wait: .seconds(25), name: "Repairs: J Smith", number: "+447700900001",
        script: "agi://127.0.0.1:4573/.callback?attempt=1&token=ab")

    @Test("a call is one file, whole, under the spool, and its readers are the group of the folder")
    func written() async throws {
        let folder = try TemporaryFolder()
        let spool = folder.path + "/spool/outgoing"
        try FileManager.default.createDirectory(atPath: spool, withIntermediateDirectories: true)
        let started = try await CallSpool(folder: spool).start(Self.call)
        let names = try FileManager.default.contentsOfDirectory(atPath: spool)
        #expect(names.count == 1)
        let file = spool + "/" + (names.first ?? "")
        #expect(
            try String(contentsOfFile: file, encoding: .utf8) == """
                Channel: PJSIP/201
                CallerID: "Repairs: J Smith" <+447700900001>
                MaxRetries: 0
                WaitTime: 25
                Application: AGI
                Data: agi://127.0.0.1:4573/.callback?attempt=1&token=ab

                """)
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o660)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/spool") == ["outgoing"])
        #expect(await started.isUnderWay())
        await started.withdraw()
        #expect(await !started.isUnderWay())
    }

    @Test("a name that would be another line, a remark or the end of itself is only a name")
    func hostileName() throws {
        var call = Self.call
        call.name = "Eve\r\nChannel: PJSIP/900\u{2028}x\"<1>; rm \\" + String(repeating: "n", count: 200)
        call.number = "+44\nSet: 1"
        let lines = try #require(CallFile(call: call).text).split(separator: "\n")
        #expect(lines.count == 6)
        #expect(lines.filter { $0.hasPrefix("Channel:") } == ["Channel: PJSIP/201"])
        #expect(lines[1].hasPrefix("CallerID: \"EveChannel: PJSIP/900x1\\; rm nnn"))
        #expect(lines[1].hasSuffix("\" <+441>"))
        #expect(lines[1].utf8.count < 120)
    }

    @Test(
        "a channel that cannot be written as it is rings nobody",
        arguments: ["", "PJSIP/2\nApplication: System", "PJSIP/2;x", "PJSIP/2,x", String(repeating: "P", count: 2_000)])
    func hostileChannel(channel: String) async throws {
        let folder = try TemporaryFolder()
        var call = Self.call
        call.channel = channel
        let spool = try CallSpool(folder: folder.path)
        await #expect(throws: CallStartError.self) { try await spool.start(call) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test("where the group cannot be given, everybody may write it only where everybody may put such files anyway")
    func mode() {
        #expect([0o770, 0o755, 0o777].map { CallSpool.mode(isGiven: true, folder: $0) } == [0o660, 0o660, 0o660])
        #expect(
            [0o770, 0o755, 0o2775, 0o40777, 0o1777].map { CallSpool.mode(isGiven: false, folder: $0) }
                == [nil, nil, nil, 0o666, 0o666])
    }

    @Test("no folder is said in one line")
    func noFolder() throws {
        #expect(
            throws: CallStartError(
                words: "spool: /nonexistent/outgoing is no folder; expected Asterisk's spool/outgoing")
        ) { try CallSpool(folder: "/nonexistent/outgoing") }
    }
}
