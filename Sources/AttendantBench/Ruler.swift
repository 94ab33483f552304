import Foundation

/// agiload and ideal, built from the folder that BENCH names.
struct Ruler {
    let agiload: String
    let ideal: String

    /// Nil when there is no such folder.
    static func built() throws -> Ruler? {
        let folder = ProcessInfo.processInfo.environment["BENCH"] ?? ""
        guard FileManager.default.fileExists(atPath: folder + "/agiload.c") else { return nil }
        let into = FileManager.default.temporaryDirectory.appendingPathComponent("attendant-bench").path
        try FileManager.default.createDirectory(atPath: into, withIntermediateDirectories: true)
        let ruler = Ruler(agiload: into + "/agiload", ideal: into + "/ideal")
        for (source, program) in [("agiload.c", ruler.agiload), ("ideal.c", ruler.ideal)] {
            _ = try Child.output("/usr/bin/cc", ["-O2", "-o", program, "\(folder)/\(source)", "-lm"])
        }
        return ruler
    }

    /// What a load showed. Times in microseconds; `turn` is from our reply to the server's next command.
    struct Load {
        let sessions, p50, p99, p999, cpu: Double
        let finished, errors, missed: Int
        /// Resident memory at the end, in megabytes.
        let megabytes: Double
    }

    /// How calls come.
    enum Pace {
        /// So many at once, each followed by the next.
        case callers(Int)
        /// So many started in a second, whatever the server does.
        case perSecond(Int)
    }

    func load(_ server: Child, callers: Int, seconds: Int) throws -> Load {
        try load(server, .callers(callers), seconds: seconds, more: [])
    }

    /// - Parameter more: further words of agiload, as `--path` and `--script`.
    func load(_ server: Child, _ pace: Pace, seconds: Int, more: [String]) throws -> Load {
        let paced =
            switch pace {
            case .callers(let count): ["--conc", "\(count)"]
            case .perSecond(let count): ["--rate", "\(count)"]
            }
        let figures = try measure(server, paced + ["--time", "\(seconds)"] + more)
        let turn = figures["turn_us"] as? [String: Any] ?? [:]
        return Load(
            sessions: number(figures["sps"]), p50: number(turn["p50"]), p99: number(turn["p99"]),
            p999: number(turn["p999"]), cpu: number(figures["server_cpu_us_per_session"]),
            finished: Int(number(figures["sessions"])), errors: Int(number(figures["errors"])),
            missed: Int(number(figures["missed"])), megabytes: number(figures["rss_kb"]) / 1024)
    }

    /// What held calls showed.
    struct Hold {
        let still: Int
        let kilobytes: Double
        let threads: Int
    }

    func hold(_ server: Child, calls: Int, seconds: Int) throws -> Hold {
        let figures = try measure(
            server, ["--hold", "\(calls)", "--secs", "\(seconds)", "--park", "WAIT FOR DIGIT"])
        return Hold(
            still: Int(number(figures["still_open"])), kilobytes: number(figures["kb_per_session"]),
            threads: Int(number(figures["threads"])))
    }

    private func measure(_ server: Child, _ arguments: [String]) throws -> [String: Any] {
        let target = ["--port", "\(server.port)", "--pid", "\(server.pid)", "--json-only"]
        let text = try Child.output(agiload, target + arguments)
        guard let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
            throw BenchError("agiload printed no JSON object: \(text.prefix(200))")
        }
        return object
    }

    private func number(_ value: Any?) -> Double { (value as? NSNumber)?.doubleValue ?? 0 }
}
