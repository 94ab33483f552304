import Foundation
import Speech

/// `make bench`: speed, memory and synthesis, as a table, in ratios to the least a FastAGI server can do where the ruler
/// is there (agiload.c and ideal.c in the folder named by BENCH). `soak`, `leaks` and `rate` are modes of their own.
@main
struct AttendantBench {
    static func main() async {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "speak-worker" { SpeechWorker.run() }
        do {
            if arguments.first == "ten-commands" { return try await TenCommands.serve() }
            switch arguments.first {
            case "soak": exit(try await SoakCommand.soak(arguments.dropFirst()) ? 0 : 1)
            case "leaks": exit(try await SoakCommand.leaks(arguments.dropFirst()) ? 0 : 1)
            case "rate": exit(try await SoakCommand.rate(arguments.dropFirst()) ? 0 : 1)
            default: break
            }
            let isQuick = arguments.contains("--quick")
            print("machine: \(Machine.description)")
            if arguments.contains("--speech") { return try await SpeechFigures.run() }
            var plot = Plot(machine: Machine.description)
            try await Sessions(isQuick: isQuick).run(&plot)
            try await WalkFigures(isQuick: isQuick).run(&plot)
            try StartFigures.run()
            try await SpeechFigures.run()
            try await MenuFigures.run()
            await CallTestFigures.run()
            try await RecordsFigures.run(commits: isQuick ? 1_000 : 10_000)
            try plot.write()
        } catch {
            FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
            exit(3)
        }
    }
}

/// What was measured on, for whoever compares figures.
enum Machine {
    static var description: String {
        let info = ProcessInfo.processInfo
        let date = ISO8601DateFormatter().string(from: Date()).prefix(10)
        return "\(info.activeProcessorCount) cores, \(info.physicalMemory >> 30) GiB, "
            + "\(info.operatingSystemVersionString), \(date)"
    }
}

/// Why the bench cannot be run, in one line.
struct BenchError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
