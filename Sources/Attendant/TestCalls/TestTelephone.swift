import FakeAsterisk
import Foundation
import Rehearsal

/// How a telephone behaves in a call without telephones: `201=answers after 3`.
enum TestTelephone: Equatable {
    case answers(after: Double)
    case busy
    case offline
    case noAnswer

    /// A telephone that nothing is said about is answered after so many seconds, so that a first try gets through.
    static let usual = TestTelephone.answers(after: 3)
    /// Whoever answers talks so long.
    static let talk = Duration.seconds(5)

    static func list(_ text: String) throws(StartError) -> [String: TestTelephone] {
        var telephones: [String: TestTelephone] = [:]
        for part in text.split(separator: ",") {
            let pair = part.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard pair.count == 2, let telephone = TestTelephone(pair[1]) else {
                throw .setting(
                    "--people: \"\(part)\" says no telephone; expected NAME=answers, NAME=answers after 3, NAME=busy, "
                        + "NAME=offline or NAME=no-answer")
            }
            telephones[pair[0]] = telephone
        }
        return telephones
    }

    private init?(_ text: String) {
        let words = text.lowercased().split(separator: " ").map(String.init)
        switch words {
        case ["answers"]: self = .usual
        case ["busy"]: self = .busy
        case ["offline"]: self = .offline
        case ["no-answer"]: self = .noAnswer
        default:
            guard words.count == 3, words[0] == "answers", words[1] == "after", let time = Double(words[2]),
                (0...3_600).contains(time)
            else { return nil }
            self = .answers(after: time)
        }
    }

    /// For the simulated telephone.
    var rehearsed: Rehearsal.World.Telephone {
        switch self {
        case .answers(let after): .answers(after: .milliseconds(Int64(after * 1000)))
        case .busy: .busy
        case .offline: .offline
        case .noAnswer: .noAnswer
        }
    }

    /// For the fake Asterisk.
    var faked: FakeAsterisk.Telephone {
        switch self {
        case .answers(let after): .answers(after: .milliseconds(Int64(after * 1000)), talks: Self.talk)
        case .busy: .busy
        case .offline: .offline
        case .noAnswer: .noAnswer
        }
    }
}
