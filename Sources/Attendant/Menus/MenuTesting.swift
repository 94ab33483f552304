import MenuFile
import Reception
import Rehearsal

/// Runs the call tests beside menus that are loaded while calls are served: one at a time, at low priority, and no longer
/// than a test may take.
struct MenuTesting: Sendable {
    /// Test calls take milliseconds; a file whose calls take longer than this is given up.
    static let usual = Duration.seconds(30)

    /// Why the tests of a version did not pass.
    struct Failure: Sendable, Equatable {
        /// A line for each fault of the test file and each call that failed, as `attendant check` begins them.
        let lines: [String]
        /// All of it in one line.
        let why: String
    }

    /// What failed tests mean.
    let rule: MenuTestRule
    private let testing: CallTesting
    private let longest: Duration
    private let clock: any Clock<Duration>

    /// - Parameter longest: how long the tests of one menu may take; all of it real time, by `clock`.
    init(
        _ configuration: Configuration, longest: Duration = usual, clock: any Clock<Duration> = ContinuousClock()
    ) {
        rule = configuration.menuTests
        testing = CallTesting(configuration)
        self.longest = longest
        self.clock = clock
    }

    /// Runs the tests beside a menu file.
    ///
    /// - Returns: why they did not pass; nil when they did, or when there are none.
    func failure(beside file: String, _ version: MenuVersion) async -> Failure? {
        await withTaskGroup(of: Failure?.self) { group in
            group.addTask(priority: .utility) { await run(beside: file, version) }
            group.addTask {
                try? await clock.sleep(for: longest)
                return tooLong(file)
            }
            // A cancelled sleep ends at once; cancelled tests after the calls that are being walked.
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }

    private func run(beside file: String, _ version: MenuVersion) async -> Failure? {
        do throws(StartError) {
            guard let outcome = try await testing.run(beside: file, version, atOnce: 1) else { return nil }
            return Self.failure(outcome)
        } catch {
            return Failure(lines: ["\(error)"], why: "\(error)")
        }
    }

    private static func failure(_ outcome: CallTesting.Outcome) -> Failure? {
        guard let report = outcome.report else {
            let errors = outcome.findings.filter { $0.severity == .error }.map(\.description)
            return Failure(lines: errors, why: errors.first ?? "\(outcome.file): cannot be read")
        }
        guard let first = report.failures.first else { return nil }
        return Failure(
            lines: report.failures.map { outcome.line(of: $0) }, why: "\(report.summary): \"\(first.name)\"")
    }

    private func tooLong(_ file: String) -> Failure {
        let name = MenuFolder.name(of: CallTesting.file(beside: file))
        let why = "\(name).json: the calls were given up after \(longest.rounded) s"
        return Failure(lines: [why], why: why)
    }
}

extension CallTesting.Outcome {
    /// One line with the place and the reason.
    func line(of call: CallTestResult) -> String {
        let place = call.failedAt ?? call.position
        return "\(file):\(place.line):\(place.column): failed \"\(call.name)\": \(call.why ?? "")"
    }
}
