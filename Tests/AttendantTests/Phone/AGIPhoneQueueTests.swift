import FastAGI
import Reception
import Testing

@testable import Attendant

@Suite("Queues over FastAGI")
struct AGIPhoneQueueTests {
    private static func request(
        music: String? = nil, priority: Int = 0, whisper: Reception.Sound? = nil
    ) -> QueueRequest {
        QueueRequest(
            queue: "sales", longest: .milliseconds(90_500), music: music, priority: priority, whisper: whisper,
            shows: "")
    }

    private func state(_ script: String) async throws -> Result<QueueState?, PhoneError> {
        try await Line.result(script) { phone throws(PhoneError) in try await phone.queueState("sales") }
    }

    private func wait(
        _ script: String, _ request: QueueRequest = request()
    ) async throws -> Result<QueueOutcome, PhoneError> {
        try await Line.result(script) { phone throws(PhoneError) in try await phone.wait(in: request) }
    }

    @Test("how many wait, and how long they waited lately")
    func state() async throws {
        let result = try await state(
            """
            > GET VARIABLE QUEUE_EXISTS(sales)
            < 200 result=1 (1)
            > GET VARIABLE QUEUE_WAITING_COUNT(sales)
            < 200 result=1 (3)
            > GET VARIABLE QUEUE_VARIABLES(sales)
            < 200 result=1 (0)
            > GET VARIABLE QUEUEHOLDTIME
            < 200 result=1 (95)
            """)
        #expect(result == .success(QueueState(waiting: 3, holdTime: .seconds(95))))
    }

    @Test("a hold time of no calls is none, and a queue without `setqueuevar` tells none")
    func noHoldTime() async throws {
        let none = try await state(
            """
            > GET VARIABLE QUEUE_EXISTS(sales)
            < 200 result=1 (1)
            > GET VARIABLE QUEUE_WAITING_COUNT(sales)
            < 200 result=1 (0)
            > GET VARIABLE QUEUE_VARIABLES(sales)
            < 200 result=1 (0)
            > GET VARIABLE QUEUEHOLDTIME
            < 200 result=1 (0)
            """)
        #expect(none == .success(QueueState(waiting: 0)))
        let untold = try await state(
            """
            > GET VARIABLE QUEUE_EXISTS(sales)
            < 200 result=1 (1)
            > GET VARIABLE QUEUE_WAITING_COUNT(sales)
            < 200 result=1 (what?)
            > GET VARIABLE QUEUE_VARIABLES(sales)
            < 200 result=1 (-1)
            """)
        #expect(untold == .success(QueueState(waiting: 0)))
    }

    @Test("a queue that is not there, and an Asterisk without queues", arguments: ["200 result=1 (0)", "200 result=0"])
    func absent(reply: String) async throws {
        let result = try await state(
            """
            > GET VARIABLE QUEUE_EXISTS(sales)
            < \(reply)
            """)
        #expect(result == .success(nil))
    }

    private static func script(_ queue: String = "sales,c,,,90", _ reply: String = "200 result=0", status: String)
        -> String
    {
        """
        > SET VARIABLE QUEUESTATUS ""
        < 200 result=1
        > SET VARIABLE QUEUE_PRIO 0
        < 200 result=1
        > EXEC Queue \(queue)
        < \(reply)
        > GET VARIABLE QUEUESTATUS
        < 200 result=1 (\(status))
        """
    }

    @Test(
        "what QUEUESTATUS says of a caller who still waits",
        arguments: [
            ("FULL", QueueOutcome.full), ("JOINEMPTY", .empty), ("JOINUNAVAIL", .empty), ("LEAVEEMPTY", .deserted),
            ("LEAVEUNAVAIL", .deserted), ("TIMEOUT", .timeout), ("UNKNOWN", .failed("UNKNOWN")),
            ("WITHDRAW", .failed("WITHDRAW")), ("", .failed("")),
        ])
    func untaken(status: String, outcome: QueueOutcome) async throws {
        let result = try await wait(
            Self.script(status: status) + """

                > CHANNEL STATUS
                < 200 result=6
                """)
        #expect(result == .success(outcome))
    }

    @Test("a talk, whoever ended it", arguments: ["200 result=0", "HANGUP\n< 200 result=-1"])
    func talked(reply: String) async throws {
        let result = try await wait(Self.script("sales,c,,,90", reply, status: "CONTINUE"))
        guard case .success(.talked(let time)) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(time > .zero && time < .seconds(60))
    }

    @Test("hanging up while waiting, told or found out")
    func hangUp() async throws {
        #expect(try await wait(Self.script("sales,c,,,90", "HANGUP\n< 200 result=-1", status: "")) == .failure(.hungUp))
        let found = try await wait(
            Self.script("sales,c,,,90", "200 result=-1", status: "") + """

                > CHANNEL STATUS
                < 511 Command Not Permitted on a dead channel or intercept routine
                """)
        #expect(found == .failure(.hungUp))
    }

    @Test("music of a class of its own, which is put back; priority; and a whisper for the member")
    func options() async throws {
        let whisper = Reception.Sound(path: "/s/whisper", length: .seconds(1), text: "Bills.")
        let result = try await wait(
            """
            > SET VARIABLE QUEUESTATUS ""
            < 200 result=1
            > SET VARIABLE QUEUE_PRIO 7
            < 200 result=1
            > GET VARIABLE CHANNEL(musicclass)
            < 200 result=1 (lobby)
            > SET VARIABLE CHANNEL(musicclass) jazz
            < 200 result=1
            > EXEC Queue sales,c,,/s/whisper,90
            < 200 result=0
            > GET VARIABLE QUEUESTATUS
            < 200 result=1 (TIMEOUT)
            > SET VARIABLE CHANNEL(musicclass) lobby
            < 200 result=1
            > CHANNEL STATUS
            < 200 result=6
            """, Self.request(music: "jazz", priority: 7, whisper: whisper))
        #expect(result == .success(.timeout))
    }

    @Test(
        "a sound whose path would end an argument is left out",
        arguments: ["/s/a,b", "/s/a)b", "/s/a&b", "/s/a:b", "/s/${X}", "/s/a\nb", "/s/a\"b"])
    func hostilePath(path: String) async throws {
        let whisper = Reception.Sound(path: path, length: .seconds(1), text: "")
        let result = try await wait(
            Self.script(status: "TIMEOUT") + """

                > CHANNEL STATUS
                < 200 result=6
                """, Self.request(whisper: whisper))
        #expect(result == .success(.timeout))
    }

    @Test("numbers beyond counting are cut", arguments: ["9223372036854775807", "99999999999999999999", "-5"])
    func absurd(number: String) async throws {
        let result = try await state(
            """
            > GET VARIABLE QUEUE_EXISTS(sales)
            < 200 result=1 (1)
            > GET VARIABLE QUEUE_WAITING_COUNT(sales)
            < 200 result=1 (\(number))
            > GET VARIABLE QUEUE_VARIABLES(sales)
            < 200 result=1 (0)
            > GET VARIABLE QUEUEHOLDTIME
            < 200 result=1 (\(number))
            """)
        let queue = try #require(try result.get())
        #expect((0...99_999).contains(queue.waiting))
        #expect(queue.holdTime ?? .zero <= .seconds(99_999))
    }
}
