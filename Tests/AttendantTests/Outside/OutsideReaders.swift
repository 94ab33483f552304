import Foundation
import Import
import PhoneNumbers
import Reception

@testable import Attendant
@testable import FastAGI
@testable import MenuFile

/// The readers of what comes from outside, one for each folder of `.ci/fuzzing/corpus`: what each makes of an input, in
/// one line. The tests read the seeds by them, and `.ci/fuzz` builds this file into the fuzzer.
struct OutsideReaders: Sendable {
    /// One input, whole.
    typealias Reader = @Sendable (OutsideReaders, [UInt8]) -> String

    /// The menu that call tests are read against; nil: they are not read.
    let sample: MenuDocument?

    static let all: [String: Reader] = [
        "environment": { $0.environment($1) }, "replies": { $0.replies($1) }, "menu": { $0.menu($1) },
        "calltest": { $0.callTest($1) }, "freepbx": { $0.freePBX($1) }, "backup": { $0.backup($1) },
        "freeswitch": { $0.freeSwitch($1) }, "number": { $0.number($1) }, "configuration": { $0.configuration($1) },
    ]

    private static let now = Date(timeIntervalSince1970: 1_780_000_000)
    private static let numbers = NumberRules()
    private static let countries = ["GB", "PL", "RU", "ID", "CN", "DE", "US", "XX"]

    /// - Parameter sample: the path of a menu file.
    init(sample path: String) {
        sample = FileManager.default.contents(atPath: path).flatMap { bytes in
            MenuLoader.load([UInt8](bytes), fileName: "sample.json", release: .whole, now: Self.now).document
        }
    }

    private func environment(_ bytes: [UInt8]) -> String {
        Self.outcome { () throws(EnvironmentError) in
            let environment = try Environment(parsing: bytes)
            return "\(environment.fields.count) fields, \(environment.extras.count) others"
        }
    }

    private static let commands: [Command] = [
        .answer, .streamFile("a"), .exec(application: "Dial", options: "PJSIP/1"), .getVariable(name: "A"),
    ]

    /// The first byte says how the rest is cut into pieces and what was asked.
    private func replies(_ bytes: [UInt8]) -> String {
        guard let first = bytes.first else { return "nothing" }
        var reader = ReplyReader(decoder: LineDecoder(), limits: Limits())
        let size = Int(first >> 2) + 1
        var rest = bytes.dropFirst()
        var (replies, hangups) = (0, 0)
        do {
            while !rest.isEmpty {
                reader.begin(Self.commands[Int(first & 3)])
                reader.feed(Array(rest.prefix(size)))
                rest = rest.dropFirst(size)
                events: while true {
                    switch try reader.next() {
                    case .needsBytes: break events
                    case .reply: replies += 1
                    case .hangup: hangups += 1
                    }
                }
            }
        } catch {
            return "refused: after \(replies) replies: \(error)"
        }
        return "\(replies) replies, \(hangups) hang-ups"
    }

    private func menu(_ bytes: [UInt8]) -> String {
        let (document, findings) = MenuLoader.load(bytes, fileName: "a.json", release: .whole, now: Self.now)
        if let document { _ = document.graph.mermaid.utf8.count }
        return Self.outcome(document != nil, findings)
    }

    private func callTest(_ bytes: [UInt8]) -> String {
        guard let sample else { return "no menu" }
        let (file, findings) = CallTestLoader.load(bytes, fileName: "a.test.json", menu: sample)
        return Self.outcome(file != nil, findings)
    }

    private func freePBX(_ bytes: [UInt8]) -> String {
        Self.outcome { () throws(ImportError) in Self.told(try ImportedMenu(freePBX: Data(bytes), start: nil)) }
    }

    private func backup(_ bytes: [UInt8]) -> String {
        Self.outcome { () throws(ImportError) in
            var left: [UInt8]? = bytes
            let backup = try FreePBXBackup { () throws(ImportError) -> [UInt8]? in
                defer { left = nil }
                return left
            }
            return Self.told(
                try ImportedMenu(freePBX: backup, start: nil) { (data: Data) throws(ImportError) in data })
        }
    }

    private func freeSwitch(_ bytes: [UInt8]) -> String {
        Self.outcome { () throws(ImportError) in Self.told(try ImportedMenu(freeSwitch: Data(bytes), start: nil)) }
    }

    private func number(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
        switch Self.numbers.read(text, country: Self.countries[Int(bytes.first ?? 0) % 8]) {
        case .callable(let number): return number.e164
        case .notPossible: return "refused: not possible"
        case .refused(let kind): return "refused: \(kind.rawValue)"
        }
    }

    private func configuration(_ bytes: [UInt8]) -> String {
        let scratch = NSTemporaryDirectory() + "attendant-seed-\(UUID().uuidString).json"
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        guard (try? Data(bytes).write(to: URL(fileURLWithPath: scratch))) != nil else { return "not written" }
        let outcome = Self.outcome { () throws(StartError) in
            var reader = ConfigurationReader()
            try reader.take(file: scratch)
            _ = reader.lines
            return "\(reader.origins.count) settings"
        }
        // Behind the semicolon stands what there is, which grows.
        return String(outcome.replacing(scratch, with: "FILE").prefix { $0 != ";" })
    }

    private static func outcome<Failure>(_ body: () throws(Failure) -> String) -> String {
        do throws(Failure) { return try body() } catch { return "refused: \(error)" }
    }

    private static func outcome(_ isTaken: Bool, _ findings: [Finding]) -> String {
        // All of them are put into words, as `attendant check` would.
        let errors = findings.map { ("\($0)", $0.severity == .error) }.filter(\.1).map(\.0)
        guard let error = errors.first else { return isTaken ? "taken" : "refused without a word" }
        return "refused: \(error)"
    }

    private static func told(_ menu: ImportedMenu) -> String {
        "\(menu.text.utf8.count) bytes, \(menu.remarks.count) remarks"
    }
}
