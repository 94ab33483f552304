// Commits requests in a loop and prints the receipt of each, until it is killed: what was printed must be in the file.
//
// Arguments: the file, the round (part of each number), and how many commit at once; or the file and "asked", see there.

import Foundation
import Glibc
import Reception
import Records

let arguments = CommandLine.arguments
if arguments.count == 3, arguments[2] == "asked" {
    do {
        try await Asked(file: arguments[1]).run()
        exit(0)
    } catch {
        print(error)
        exit(1)
    }
}
guard arguments.count == 4, let round = Int(arguments[2]), let workers = Int(arguments[3]) else { exit(2) }

do {
    var limits = RecordsLimits()
    limits.callbacksPerHour = .max
    let records = try Records(file: arguments[1], limits: limits)
    await withTaskGroup(of: Void.self) { group in
        for worker in 0..<workers {
            group.addTask { await commit(worker) }
        }
    }

    func commit(_ worker: Int) async {
        for turn in 0... {
            // Every third request repeats the number of the one before: it must be refreshed, not doubled.
            let number = "+99\(round * 100 + worker)\(100_000 + turn - (turn % 3 == 2 ? 1 : 0))"
            let request = CallbackRequest(
                call: "call-\(round)-\(worker)-\(turn)", list: "crash-\(round)", at: Date(), number: number,
                numberAsGiven: nil,
                source: .network, isConfirmed: true, status: .new, reason: "", label: "", language: "en",
                notify: ["anna@example.org"])
            records.callStarted(
                CallStart(
                    facts: CallFacts(id: request.call), number: number, at: Date(), menu: "crash", version: "",
                    language: "en"))
            guard let receipt = try? await records.commit(request) else { exit(3) }
            // One write each: a line is whole or not there.
            let line = Array("\(receipt.id) \(number)\n".utf8)
            guard write(1, line, line.count) == line.count else { exit(4) }
        }
    }
} catch {
    print(error)
    exit(1)
}
