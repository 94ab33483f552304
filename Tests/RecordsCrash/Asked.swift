import Foundation
import Glibc
import Reception
import Records

/// Commits what it is asked for on its standard input, one request at a time, and answers each with a line: `ID NUMBER`
/// when it is on disk, `- WORDS` when it is not. `limit BYTES` bounds the size of the files that it writes, `limit none`
/// no more, answered with `limited`; `close` closes the file, answered with `closed`.
struct Asked {
    let records: Records

    /// - Parameter file: of the records; what the log would say goes to standard error.
    init(file: String) throws(RecordsError) {
        // A limit on the size of files is then an error of the write, as a full disk is.
        signal(SIGXFSZ, SIG_IGN)
        records = try Records(file: file) { trouble in
            FileHandle.standardError.write(Data("\(trouble)\n".utf8))
        }
    }

    func run() async {
        say("ready")
        while let line = readLine() {
            switch line {
            case "close":
                await records.close()
                say("closed")
            case _ where line.hasPrefix("limit "): say(limit(rlim_t(line.dropFirst(6))))
            default: say(await answer(line))
            }
        }
    }

    private func limit(_ bytes: rlim_t?) -> String {
        var limit = rlimit(rlim_cur: bytes ?? .max, rlim_max: .max)
        return setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 ? "limited" : "not limited"
    }

    private func answer(_ number: String) async -> String {
        let request = CallbackRequest(
            call: "call-\(number)", list: "asked", at: Date(), number: number, numberAsGiven: nil, source: .network,
            isConfirmed: true, status: .new, reason: String(repeating: "x", count: 900), label: "", language: "en",
            notify: ["anna@example.org"])
        records.callStarted(
            CallStart(
                facts: CallFacts(id: request.call), number: number, at: Date(), menu: "asked", version: "",
                language: "en"))
        do throws(LedgerError) {
            return "\(try await records.commit(request).id) \(number)"
        } catch {
            if case .notStored(let words) = error { return "- \(words)" }
            return "- \(error)"
        }
    }

    private func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}
