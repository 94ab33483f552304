import Foundation

extension Bed {
    /// Places many calls at once and waits for the end of all. Nothing looks at them meanwhile, so their steps hold no
    /// `until`, and what their callers hear is not recorded: the machine is Asterisk's and the server's.
    func placeTogether(_ calls: [Call], on server: String, limit: Duration = .seconds(180)) async throws -> [CallRecord]
    {
        let begin = try FileManager.default.attributesOfItem(atPath: log.path)[.size] as? UInt64 ?? 0
        let folders = try calls.map { call in
            var call = call
            call.variables["BED_DEAF"] = "1"
            let folder = self.calls.appending(path: UUID().uuidString)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            _ = try spool(call, server: server, folder: folder)
            return folder
        }
        var running = folders[...]
        try await eventually("the end of \(calls.count) calls", within: limit) {
            while let folder = running.first, try events(in: folder).contains(where: { $0.is("line", "ended") }) {
                running.removeFirst()
            }
            return running.isEmpty ? true : nil
        }
        let commands = try AGILog.commands(in: log, from: begin)
        return try zip(calls, folders).map { call, folder in
            let events = try events(in: folder)
            let channel = events.first { $0.is("line", "began") }?.details["channel"] ?? ""
            return CallRecord(call: call, folder: folder, events: events, commands: commands[channel] ?? [])
        }
    }

    private func events(in folder: URL) throws -> [BedEvent] {
        guard let text = try? String(contentsOf: folder.appending(path: "events"), encoding: .utf8) else { return [] }
        return try text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map { try BedEvent(line: String($0)) }
    }

    /// Seconds of processor time that the bed's Asterisk has taken.
    func asteriskSeconds() async throws -> Double {
        let text = try String(contentsOf: folder.appending(path: "run/asterisk.pid"), encoding: .utf8)
        return try ProcessorTime.seconds(of: text.trimmingCharacters(in: .whitespacesAndNewlines))
    }
}

/// What proc(5) says of a process.
enum ProcessorTime {
    /// Seconds in user and system mode, of a process and of the children that it has waited for.
    static func seconds(of process: String) throws -> Double {
        let text = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        // the name, in brackets, may hold anything
        guard let bracket = text.lastIndex(of: ")") else {
            throw BedError.notInRecord(what: "a stat line", story: text)
        }
        let fields = text[bracket...].split(separator: " ").dropFirst()
        let ticks = fields.dropFirst(11).prefix(4).compactMap { Double($0) }.reduce(0, +)
        return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}
