import Foundation
import MenuFile
import Reception

/// One call of a test, after its end: everything that is compared with what was expected.
struct CallTrial {
    let test: CallTest
    let document: MenuDocument
    let phone: SimulatedPhone
    let ledger: MemoryLedger
    let requests: [WebRequest]
    let variables: [String: String]
    let untakenKeys: String
    let outcome: CallOutcome
    let length: Duration
    let start: Date
    let country: String
    let numbers: any NumberBook

    /// What is wrong with the call, and where the test says otherwise.
    struct Fault {
        let why: String
        let position: Position
    }

    /// The call as a result; keys of these steps and sensitive texts are masked.
    func result(hiding sensitiveSteps: Set<String>) -> CallTestResult {
        let fault = scriptFault ?? expectationFault
        return CallTestResult(
            name: test.name, position: test.position, why: fault?.why, failedAt: fault?.position, length: length,
            transcript: maskedTranscript(sensitiveSteps), stepsEntered: stepsEntered,
            account: CallAccount(ledger.moments))
    }

    /// The paths of the steps that the call entered.
    private var stepsEntered: Set<String> {
        Set(ledger.steps.filter { !$0.result.hasPrefix("not done: ") }.map(\.path))
    }

    private func maskedTranscript(_ sensitiveSteps: Set<String>) -> [TranscriptEntry] {
        let hidden = phone.sensitiveEntries
        let spans = ledger.steps.filter { sensitiveSteps.contains($0.path) }.map { step in
            (from: step.entered.timeIntervalSince(start), to: step.left.timeIntervalSince(start))
        }
        return phone.transcript.enumerated().map { place, entry in
            switch entry.what {
            case .said where hidden.contains(place): return TranscriptEntry(at: entry.at, what: .said(Self.mask))
            case .key:
                let at = entry.at / .seconds(1)
                guard spans.contains(where: { $0.from < at && at <= $0.to }) else { return entry }
                return TranscriptEntry(at: entry.at, what: .event("the caller presses a key"))
            default: return entry
            }
        }
    }

    /// What stands for a sensitive value in print.
    static let mask = "•••"
}

/// Texts are compared without case and spacing (menu-format, part 10).
struct HeardText {
    private let folded: String

    init(_ text: String) {
        folded = String(text.lowercased().filter { !$0.isWhitespace })
    }

    func contains(_ other: HeardText) -> Bool { other.folded.isEmpty || folded.contains(other.folded) }
}
