import Foundation
import Soak

/// Whole calls of `Menus/reception.json` on the built server, everything on: answered, 3 pressed in the greeting, the
/// number read back and confirmed, the request committed to disk and thanked for, the call and its steps recorded. Ten
/// commands, as the ruler's session has; a few more where the caller is listened to while the disk is waited for.
struct WalkFigures {
    let isQuick: Bool

    /// What Asterisk answers, as agiload's rules: silence where a digit is waited for, and the keys 3 and 1 in the first
    /// two prompts.
    private static let rules = """
        WAIT FOR DIGIT 20 => !delay=20 200 result=0
        WAIT FOR DIGIT => 200 result=0
        STREAM FILE => 200 result=51 endpos=8000 || 200 result=49 endpos=8000 || 200 result=0 endpos=64000
        """

    func run(_ plot: inout Plot) async throws {
        guard let ruler = try Ruler.built() else { return print("whole calls: no ruler; left out") }
        let house = try BenchHouse(menus: ["reception.json": Self.menu(), "mailed.json": Self.menu(isMailed: true)])
        defer { house.remove() }
        try Self.rules.write(toFile: house.folder + "/rules", atomically: true, encoding: .utf8)
        guard let server = try house.serve() else { return print("whole calls: no built server; left out") }
        defer { server.stop() }
        let more = ["--path", "reception", "--script", house.folder + "/rules"]
        // The first call's texts are synthesized; the figures are of calls that find them.
        _ = try ruler.load(server, .callers(1), seconds: 1, more: more)
        print("\nreception.json with a request committed and records; turnaround and CPU in µs")
        print("calls                 calls/s      p50      p99    p99.9   CPU a call     MB   failed   late")
        for callers in [1, 4, 16, 64, 256, 1024] {
            let load = try ruler.load(server, .callers(callers), seconds: isQuick ? 2 : 5, more: more)
            print(line("\(callers) at once", load))
            plot.walks.append((callers, load.cpu))
        }
        let mailed = ["--path", "mailed", "--script", house.folder + "/rules"]
        print(line("16, each mailed", try ruler.load(server, .callers(16), seconds: isQuick ? 2 : 5, more: mailed)))
        for rate in [50, 200, 500] {
            let seconds = isQuick ? 5 : rate == 500 ? 60 : 20
            let load = try ruler.load(server, .perSecond(rate), seconds: seconds, more: more)
            print(line("\(rate)/s for \(seconds) s", load))
        }
        try await beside(NewCallers(perSecond: 20, seconds: isQuick ? 5 : 20), ruler, server, more)
    }

    /// Two hundred calls a second, while others have texts of their own spoken.
    private func beside(_ callers: NewCallers, _ ruler: Ruler, _ server: Child, _ more: [String]) async throws {
        guard let port = UInt16(exactly: server.port) else { return }
        async let promised = callers.run(port: port)
        let load = try await withCheckedThrowingContinuation { continuation in
            // It waits for a program's end: no thread of Swift's is to be held by that.
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result { try ruler.load(server, .perSecond(200), seconds: callers.seconds, more: more) })
            }
        }
        let count = try await promised
        print(line("200/s, texts made", load) + "   (\(count) of \(callers.perSecond * callers.seconds) spoken)")
    }

    /// The sample; a mail is a program started for each request, which is measured apart.
    private static func menu(isMailed: Bool = false) throws -> String {
        let text = try String(contentsOfFile: "Menus/reception.json", encoding: .utf8)
        return isMailed ? text : text.replacingOccurrences(of: #""email": "office", "within""#, with: #""within""#)
    }

    private func line(_ name: String, _ load: Ruler.Load) -> String {
        name.padding(toLength: 18, withPad: " ", startingAt: 0)
            + String(
                format: "%11.0f %8.0f %8.0f %8.0f %12.0f %6.0f %8d %6d", load.sessions, load.p50, load.p99, load.p999,
                load.cpu, load.megabytes, load.errors, load.missed)
    }
}
