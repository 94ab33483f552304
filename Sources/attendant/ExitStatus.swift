import ArgumentParser
import Attendant
import Foundation

/// Exit codes for scripts: 0 fine, 1 findings, 2 wrong usage, 3 could not be done.
enum ExitStatus {
    static let findings = ExitCode(1)
    static let usage = ExitCode(2)
    static let couldNot = ExitCode(3)

    static func run(_ command: (some AsyncParsableCommand).Type) async {
        do {
            var parsed = try command.parseAsRoot()
            if var asynchronous = parsed as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try parsed.run()
            }
        } catch let error as StartError {
            Output.error("attendant: \(error)")
            if case .setting = error { Foundation.exit(usage.rawValue) }
            Foundation.exit(couldNot.rawValue)
        } catch let error as ExitCode {
            Foundation.exit(error.rawValue)
        } catch {
            let code = command.exitCode(for: error)
            let text = command.fullMessage(for: error)
            if code == .success {
                Output.line(text)
                Foundation.exit(0)
            }
            Output.error(text)
            Foundation.exit(code == .validationFailure ? usage.rawValue : couldNot.rawValue)
        }
    }
}

/// The two ways out of a command: what was asked for, and what is wrong.
enum Output {
    static func line(_ text: String) { write(text + "\n", FileHandle.standardOutput) }

    /// What has line ends of its own.
    static func text(_ text: String) { write(text, FileHandle.standardOutput) }

    static func error(_ text: String) { write(text + "\n", FileHandle.standardError) }

    private static func write(_ text: String, _ handle: FileHandle) {
        // A reader that went away (`| head`) is no fault of ours.
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
