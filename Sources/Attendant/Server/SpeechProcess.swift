import Foundation
import Logging
import Speech

/// The process that eSpeak NG runs in: this program once more, with a hidden command. A crash or a hang of the library
/// costs a prompt there, and all calls here.
public enum SpeechProcess {
    /// The hidden command.
    public static let command = "speak-worker"

    /// Does that command's work; never returns.
    public static func work() -> Never { SpeechWorker.run() }

    /// The speech engine.
    ///
    /// - Parameters:
    ///   - isApart: whether this program answers `command`; else the engine is inside this process.
    ///   - logger: told when the process was lost.
    static func engine(isApart: Bool, _ logger: Logger?) throws(SynthesisError) -> any Synthesizer {
        guard isApart else { return try ESpeakEngine() }
        return try ESpeakProcess([program, command], name: "attendant", onFault: report(to: logger))
    }

    private static func report(to logger: Logger?) -> @Sendable (ESpeakProcess.Fault) -> Void {
        { fault in
            var facts: Logger.Metadata = ["why": "\(fault.reason)"]
            if let voice = fault.voice { facts["voice"] = "\(voice)" }
            logger?.error("speech engine lost", metadata: facts)
        }
    }

    /// This program's file; on Linux the one that runs, also when another one has been installed in its place since.
    private static let program: String = {
        #if os(Linux)
            return "/proc/self/exe"
        #else
            return Bundle.main.executablePath ?? CommandLine.arguments[0]
        #endif
    }()
}
