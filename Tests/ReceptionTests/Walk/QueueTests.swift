import MenuFile
import Reception
import Rehearsal
import Testing

@Suite("A queue")
struct QueueTests {
    typealias Queue = Rehearsal.World.Queue
    static let answered = Queue.Fate.answers(after: .seconds(40))

    static func menu(_ fields: String = "", _ more: String = ListTests.sorry) -> String {
        line(
            #"{ "menu": { "1": { "for": "bills", "queue": "sales"\#(fields) } } }"#, more,
            #""callbacks": { "office": { "email": "office@miller.example" } }"#)
    }

    static func call(
        _ menu: String, _ script: String = "1", _ queue: Queue? = nil,
        _ change: (inout Rehearsed.World) -> Void = { _ in }
    ) async throws -> Rehearsed {
        try await Rehearsed(menu, script) {
            $0.release = .whole
            if let queue { $0.queues = ["sales": queue] }
            change(&$0)
        }
    }

    @Test("tells the place before joining, then somebody answers, and the call ends")
    func place() async throws {
        let call = try await Self.call(Self.menu(), "1", Queue(waiting: 3, fate: Self.answered))
        #expect(
            call.story.suffix(6) == [
                "You are number 4 in the queue.", "(queue sales)", "(shows Bills: +447700900001)",
                "(queue sales answers)", "(the talk ends)", "(the line hangs up)",
            ], "\(call)")
        #expect(call.outcome == .talked)
        #expect(call.steps.contains("start.menu.1: queue sales: talked"))
        #expect(try #require(call.end?.toPerson) > .seconds(40))
    }

    @Test(
        "tells the expected wait in full minutes, where Asterisk knows it and somebody is before the caller",
        arguments: [
            (3, 100, "You will probably wait about two minutes."), (3, 5, "You will probably wait about one minute."),
        ])
    func wait(waiting: Int, seconds: Int, text: String) async throws {
        let call = try await Self.call(
            Self.menu(), "1", Queue(waiting: waiting, holdTime: .seconds(seconds), fate: Self.answered))
        #expect(call.said.last == "You are number \(waiting + 1) in the queue. \(text)", "\(call)")
    }

    @Test("tells no wait when it is empty, and none that nobody knows")
    func noWait() async throws {
        let first = try await Self.call(Self.menu(), "1", Queue(holdTime: .seconds(90), fate: Self.answered))
        #expect(first.said.last == "You are number 1 in the queue.", "\(first)")
        let unknown = try await Self.call(Self.menu(), "1", Queue(waiting: 2, fate: Self.answered))
        #expect(unknown.said.last == "You are number 3 in the queue.", "\(unknown)")
    }

    @Test(
        "tells no place where the step says so, nor to a caller with a priority",
        arguments: [#", "position": false"#, #", "priority": 5"#])
    func noPlace(fields: String) async throws {
        let call = try await Self.call(Self.menu(fields), "1", Queue(waiting: 3, fate: Self.answered))
        #expect(call.said.count == 1, "\(call)")
    }

    @Test("fills {queue.waiting}")
    func waiting() async throws {
        let call = try await Self.call(
            Self.menu(#", "position": false, "show": "{queue.waiting} before""#), "1",
            Queue(waiting: 3, fate: Self.answered))
        #expect(call.shown == ["3 before"], "\(call)")
    }

    @Test(
        "that nobody answers leads to `unanswered`, and notes why",
        arguments: [
            (Queue.Fate.full, "full"), (.empty, "nobody there"), (.nobody, "waited in vain"),
            (.answers(after: .seconds(301)), "waited in vain"),
        ])
    func untaken(fate: Queue.Fate, word: String) async throws {
        let call = try await Self.call(Self.menu(), "1", Queue(fate: fate))
        #expect(call.said.suffix(2) == ["Sorry.", "Goodbye."], "\(call)")
        #expect(call.steps.contains("start.menu.1: queue sales: \(word)"))
    }

    @Test("lets the list go on first")
    func list() async throws {
        let menu = line(#"[{ "queue": "sales", "max": 30 }, { "ring": "201" }]"#)
        let call = try await Self.call(menu, "") { $0.people = ["201": .answers(after: .zero)] }
        #expect(call.rang == ["201"], "\(call)")
        #expect(try #require(call.when("(rings 201)")) >= .seconds(30))
    }

    @Test("that Asterisk does not have counts as untaken, and the name on the display is never changed")
    func noSuchQueue() async throws {
        let commands = Commands()
        let call = try await Rehearsed(Self.menu(), "1") {
            $0.release = .whole
            $0.fault = { number, command in
                _ = commands.note(number, command)
                return command.hasPrefix("queue state") ? .refused("no such function") : nil
            }
        }
        #expect(call.said.suffix(2) == ["Sorry.", "Goodbye."], "\(call)")
        #expect(!commands.all.contains { $0.hasPrefix("name") })
    }

    @Test("waits long without using up the time in menus")
    func limits() async throws {
        let call = try await Self.call(Self.menu(#", "max": 3000"#), "1", Queue(fate: .nobody))
        #expect(!call.steps.contains { $0.contains("limit") }, "\(call)")
    }

    @Test("hands over label, path, language and call, and puts the name back")
    func handOver() async throws {
        let commands = Commands()
        let call = try await Self.call(Self.menu(), "1", Queue(fate: .nobody)) { $0.fault = commands.note }
        #expect(call.variables["__ATTENDANT_PATH"] == "1 Bills")
        let names = commands.all.filter { $0.hasPrefix("name") || $0.hasPrefix("queue sales") }
        #expect(names.map { $0.prefix(11) } == ["name Bills:", "queue sales", "name back"])
    }

    @Test("asks for music, priority and whisper as the step says, and no longer than `max`")
    func request() async throws {
        let commands = Commands()
        let call = try await Self.call(
            Self.menu(#", "whisper": "A bill.", "music": "jazz", "priority": 3, "max": 60"#), "1",
            Queue(fate: .answers(after: .seconds(60)))
        ) { $0.fault = commands.note }
        #expect(commands.all.contains("queue sales, 60.0 seconds, jazz, 3"), "\(commands.all)")
        #expect(call.story.contains("(whispers: A bill.)"), "\(call)")
        #expect(call.outcome == .talked)
    }

    @Test("0 reaches the operator until the caller has joined")
    func zero() async throws {
        let call = try await Self.call(Self.menu(), "1, 0 now", Queue(waiting: 3, fate: Self.answered)) {
            $0.people = ["200": .answers(after: .zero)]
        }
        #expect(call.rang == ["200"], "\(call)")
        #expect(!call.story.contains("(queue sales)"))
    }

    @Test("a hang-up while waiting leaves a missed call", arguments: ["1, hang up at 30", "1, hang up at 0.5"])
    func hangUp(script: String) async throws {
        let call = try await Self.call(
            Self.menu("", #""keys": { "wait": 4 }"#), script, Queue(waiting: 3, fate: Self.answered))
        let row = try #require(call.callbacks.first, "\(call)")
        #expect(row.status == .missed && row.list == "office" && row.path == "1 Bills")
        #expect(call.outcome == .hangup)
    }
}

extension CallbackRequest {
    /// What the row says of the caller's way.
    var path: String { reason }
}

@Suite("The offer of a callback instead of waiting")
struct QueueOfferTests {
    typealias Queue = Rehearsal.World.Queue
    static let long = Queue(waiting: 3, fate: .answers(after: .seconds(40)))
    static let menu = QueueTests.menu(#", "offer": { "callback": "office", "waiting": 3 }"#)
    static let prompt =
        "You are number 4 in the queue. There are 3 callers waiting before you. To be called back instead, press 1. To wait, press 2."

    @Test("is made behind the place, in one prompt, and 1 takes it")
    func taken() async throws {
        let call = try await QueueTests.call(Self.menu, "1, 1, 1", Self.long)
        #expect(call.said.contains(Self.prompt), "\(call)")
        #expect(call.callbacks.map(\.list) == ["office"])
        #expect(call.callbacks.first?.isConfirmed == true)
        #expect(call.outcome == .callback)
        #expect(!call.story.contains("(queue sales)"))
    }

    @Test("2, silence, star and pound wait", arguments: ["1, 2", "1", "1, *", "1, #"])
    func declined(script: String) async throws {
        let call = try await QueueTests.call(Self.menu, script, Self.long)
        #expect(call.story.count { $0 == Self.prompt } == 1, "\(call)")
        #expect(call.outcome == .talked)
        #expect(call.callbacks.isEmpty)
    }

    @Test("is repeated after other keys, and then the caller waits")
    func wrong() async throws {
        let call = try await QueueTests.call(Self.menu, "1, 7, wait 3, 7, wait 3, 7", Self.long)
        #expect(call.story.count { $0 == Self.prompt } == 3, "\(call)")
        #expect(call.outcome == .talked)
    }

    @Test("is not made when fewer wait")
    func fewer() async throws {
        let call = try await QueueTests.call(Self.menu, "1", Queue(waiting: 2, fate: .answers(after: .zero)))
        #expect(call.said.last == "You are number 3 in the queue.", "\(call)")
    }

    @Test("0 is the operator; on the way to the operator it waits")
    func zero() async throws {
        let call = try await QueueTests.call(Self.menu, "1, 0", Self.long) {
            $0.people = ["200": .answers(after: .zero)]
        }
        #expect(call.rang == ["200"], "\(call)")
        let queued = line(
            #"{ "say": "Hi." }"#, operator: #"{ "queue": "sales", "offer": { "callback": "x@miller.example" } }"#)
        let waiting = try await QueueTests.call(queued, "0 now, 0", Self.long)
        #expect(waiting.outcome == .talked, "\(waiting)")
    }

    @Test("a caller who takes it and then does not want it waits")
    func backOut() async throws {
        let call = try await QueueTests.call(Self.menu, "1, 1, *", Self.long)
        #expect(call.callbacks.isEmpty, "\(call)")
        #expect(call.outcome == .talked)
    }

    @Test("a hang-up in it leaves a missed call")
    func hangUp() async throws {
        let call = try await QueueTests.call(Self.menu, "1, 1, hang up", Self.long)
        #expect(call.callbacks.map(\.status) == [.missed], "\(call)")
    }
}
