import Foundation

/// Sessions a second, turnaround, CPU and memory, ours beside ideal.c in the same run.
struct Sessions {
    let isQuick: Bool

    private var seconds: Int { isQuick ? 1 : 5 }
    private var held: Int { isQuick ? 1_000 : 10_000 }

    func run(_ plot: inout Plot) async throws {
        guard let ruler = try Ruler.built() else {
            print("sessions: no ruler (BENCH names no folder with agiload.c and ideal.c); left out")
            return
        }
        print("\nthe ten-command session, \(seconds) s each; turnaround in µs, CPU in µs a session")
        print("server       at   sessions/s   ratio      p50      p99    p99.9      CPU   ratio")
        let ours = try Child.server(CommandLine.arguments[0], ["ten-commands"])
        let ideal = try Child.ideal(ruler)
        defer {
            ours.stop()
            ideal.stop()
        }
        for callers in [1, 4, 16, 64, 256, 1024] {
            let least = try ruler.load(ideal, callers: callers, seconds: seconds)
            let load = try ruler.load(ours, callers: callers, seconds: seconds)
            print(line("ideal (C)", callers, least, against: least))
            print(line("attendant", callers, load, against: least))
            plot.sessions.append((callers, load.cpu))
            plot.ideal.append((callers, least.cpu))
        }
        for calls in [held / 10, held / 2, held] { try plot.held.append((calls, hold(ruler, calls))) }
    }

    /// Kilobytes a call, of a server that has taken none before.
    private func hold(_ ruler: Ruler, _ calls: Int) throws -> Double {
        let ours = try Child.server(CommandLine.arguments[0], ["ten-commands"])
        defer { ours.stop() }
        let hold = try ruler.hold(ours, calls: calls, seconds: calls == 10_000 ? 60 : 5)
        print(
            "held on WAIT FOR DIGIT: \(hold.still) of \(calls), "
                + String(format: "%.1f KB each, %d threads", hold.kilobytes, hold.threads))
        return hold.kilobytes
    }

    private func line(_ name: String, _ callers: Int, _ load: Ruler.Load, against least: Ruler.Load) -> String {
        let figures = String(
            format: "%5d %12.0f %7.2f %8.0f %8.0f %8.0f %8.0f %7.2f", callers, load.sessions,
            load.sessions / least.sessions, load.p50, load.p99, load.p999, load.cpu, load.cpu / least.cpu)
        return name.padding(toLength: 10, withPad: " ", startingAt: 0) + figures
            + (load.errors > 0 ? "   \(load.errors) errors" : "")
    }
}
