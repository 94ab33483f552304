import Attendant
import Foundation
import Logging
import MenuFile
import PhoneNumbers
import Reception
import Rehearsal
import Synchronization
import Testing

extension RealAsteriskCalls {
    @Suite("The test calls of the sample menus")
    struct RehearsedCalls {
        /// So many are walked on the real Asterisk, so many at once.
        private static let (count, atOnce) = (30, 10)

        @Test("go on a real Asterisk and on a fake one as on the simulated telephone, but for the seconds")
        func same() async throws {
            let bed = try Bed.current
            let samples = try await Sample.all(on: bed)
            let files = samples.map(\.file)
            async let faked = MenuCheck(files, Sample.configuration(bed), agi: "own")
            let chosen = samples.flatMap { sample in sample.playable.map { (sample, $0) } }.prefix(Self.count)
            #expect(chosen.count == Self.count)
            let accounts = Accounts()
            let server = try RehearsalServer(
                samples.map(\.file), Sample.configuration(bed),
                logger: Logger(label: "test") { _ in
                    SwiftLogNoOpLogHandler()
                }, ended: { accounts.take($0, $1, $2) })
            await server.prepare()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await server.run() }
                defer { server.stop() }
                try await Self.place(Array(chosen), on: try #require(server.addresses.first), bed)
            }
            for (sample, index) in chosen {
                let told = accounts.of(sample.name, index)
                let result = sample.report.results[index]
                #expect(result.hasPassed)
                let why = result.account.difference(
                    from: told ?? CallAccount(lines: []), name: "the simulated telephone", otherName: "Asterisk")
                #expect(why == nil, "\(sample.name): \(result.name)")
            }
            let check = try await faked
            #expect(!check.fails(strict: false), "\(check.text(seconds: false))")
        }

        private static func place(_ calls: [(Sample, Int)], on address: String, _ bed: Bed) async throws {
            try await withThrowingTaskGroup(of: Void.self) { group in
                var waiting = calls.makeIterator()
                func add() {
                    guard let (sample, index) = waiting.next() else { return }
                    group.addTask { _ = try await bed.place(try sample.call(index), on: address) }
                }
                for _ in 0..<atOnce { add() }
                while try await group.next() != nil { add() }
            }
        }
    }
}

/// What the server told of each call.
private final class Accounts: Sendable {
    private let told = Mutex<[String: CallAccount]>([:])

    func take(_ menu: String, _ index: Int, _ account: CallAccount) {
        told.withLock { $0["\(menu) \(index)"] = account }
    }

    func of(_ menu: String, _ index: Int) -> CallAccount? { told.withLock { $0["\(menu) \(index)"] } }
}

/// A sample menu, its test calls, and how they went on the simulated telephone.
private struct Sample: Sendable {
    let file: String
    let document: MenuDocument
    let tests: CallTestFile
    let report: CallTestReport
    let mark: String

    var name: String { document.fileName }

    static let names = ["heating", "reception", "shop", "school", "on-call", "info"]

    static func configuration(_ bed: Bed) -> Configuration {
        var configuration = Configuration()
        configuration.menus = Bed.tests.deletingLastPathComponent().appending(path: "Menus").path
        configuration.sounds = bed.sounds.path
        configuration.data = bed.folder.appending(path: "data/rehearsal").path
        configuration.listen = ["127.0.0.1:0"]
        configuration.inside = "Local/{number}@phones/n"
        configuration.outside = "Local/{number}@phones/n"
        return configuration
    }

    static func all(on bed: Bed) async throws -> [Sample] {
        var samples: [Sample] = []
        for name in names {
            let file = configuration(bed).menus + "/\(name).json"
            let menu = try #require(try RehearsedMenu(file))
            var house = House(messages: configuration(bed).data + "/messages")
            house.inside = configuration(bed).inside
            house.outside = configuration(bed).outside
            let runner = CallTestRunner(
                menu: menu.version, prompts: EstimatedPrompts(), numbers: NumberRules(), house: house)
            samples.append(
                Sample(
                    file: file, document: menu.version.document, tests: menu.tests,
                    report: await runner.run(menu.tests), mark: menu.mark))
        }
        return samples
    }

    /// The calls that Local channels can play: silence ends no recording there, and there are no such queues.
    var playable: [Int] {
        tests.calls.indices.filter { index in
            let actions = tests.calls[index].script.map(\.action)
            return tests.calls[index].world.queues.isEmpty && !actions.contains(.silence)
                && !actions.contains { if case .speak = $0 { true } else { false } }
        }
    }

    /// A call as the bed places it.
    func call(_ index: Int) throws -> Call {
        let test = tests.calls[index]
        let arguments = test.world.arguments.sorted { $0.key < $1.key }.map { "&\($0.key)=\($0.value)" }.joined()
        var call = Call(
            menu: "\(name)?rehearse=\(index)&tests=\(mark)\(arguments)", name: test.world.caller ?? "",
            number: test.world.from?.filter { !" -().".contains($0) } ?? "", dialled: test.world.called ?? "5550100")
        call.hidden = test.world.from == nil
        call.steps = test.script.flatMap { Self.steps($0.action) }
        // Who does not hang up listens to the end.
        if test.script.last.map({ $0.action.isHangUp }) != true { call.steps.append(.wait(150)) }
        call.telephones = telephones(test)
        call.limit = .seconds(180)
        return call
    }

    private func telephones(_ test: CallTest) -> [String: Telephone] {
        let lines = document.people.flatMap(\.lines).map { $0.filter(\.isNumber) }.filter { !$0.isEmpty }
        var telephones = Dictionary(lines.map { ($0, Telephone.neverAnswers) }) { $1 }
        for (line, telephone) in test.world.rehearsal(of: document).telephones {
            let number = line.filter(\.isNumber)
            guard telephones[number] != nil else { continue }
            switch telephone {
            case .answers(let after): telephones[number] = .answers(after: after / .seconds(1), talks: 2)
            case .busy: telephones[number] = .busy()
            case .noAnswer: telephones[number] = .neverAnswers
            case .offline: telephones[number] = .rejects
            }
        }
        return telephones
    }

    private static func steps(_ action: CallTest.Action) -> [CallerStep] {
        switch action {
        case .press(let keys, .whenDue): [.until(.silence), .press(keys)]
        case .press(let keys, .now): [.until(.prompt), .press(keys)]
        case .press(let keys, .after(let time)): [.wait(time / .seconds(1)), .press(keys)]
        case .hangUp(.whenDue): [.wait(0.8)]
        case .hangUp(.now): []
        case .hangUp(.after(let time)): [.wait(time / .seconds(1))]
        case .silence, .speak, .hear, .notHear: []
        }
    }
}

extension CallTest.Action {
    fileprivate var isHangUp: Bool { if case .hangUp = self { true } else { false } }
}
