import Foundation

extension Bed {
    /// Places a call and waits for its end.
    ///
    /// - Parameters:
    ///   - server: `HOST:PORT` of the server under test.
    ///   - meanwhile: done once, when the caller's last step of the kind `until` is over: what befalls the server then.
    /// - Throws: ``BedError/callDidNotEnd(story:)`` after the call's limit; Asterisk has then hung it up.
    func place(
        _ call: Call, on server: String, meanwhile: (@Sendable () async throws -> Void)? = nil
    ) async throws -> CallRecord {
        let folder = calls.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var watch = try CallWatch(steps: call.steps, folder: folder, log: AGILog(log))
        let file = try spool(call, server: server, folder: folder)
        var meanwhile = meanwhile
        let moment = call.steps.lastIndex { if case .until = $0 { true } else { false } }
        do {
            try await eventually("the call's end", within: call.limit) {
                try watch.look()
                if let moment, watch.passed.contains(moment), let act = meanwhile {
                    meanwhile = nil
                    try await act()
                }
                return try watch.isOver && !FileManager.default.fileExists(atPath: file.path) ? true : nil
            }
        } catch BedError.tooLate {
            try await console("channel request hangup all")
            try watch.look()
            let story = CallRecord.story(events: watch.events, commands: watch.log.commands)
            throw BedError.callDidNotEnd(story: story)
        }
        try watch.look()
        let record = CallRecord(call: call, folder: folder, events: watch.events, commands: watch.log.commands)
        print(record.summary)
        return record
    }

    /// Writes the call file and moves it to where Asterisk takes it from.
    @discardableResult
    func spool(_ call: Call, server: String, folder: URL) throws -> URL {
        let name = folder.lastPathComponent
        let temporary = self.folder.appending(path: "spool/tmp/\(name)")
        let final = self.folder.appending(path: "spool/outgoing/\(name)")
        let lines = try call.file(server: server, folder: folder).joined(separator: "\n") + "\n"
        try Data(lines.utf8).write(to: temporary)
        try FileManager.default.moveItem(at: temporary, to: final)
        return final
    }
}

extension Call {
    /// The lines of the call file; the bed's extensions.conf says what the variables mean.
    func file(server: String, folder: URL) throws -> [String] {
        let program = try steps.enumerated().map { try $1.program(index: $0, folder: folder) }
        var settings = [
            "__BED_CALL": folder.path, "BED_STEPS": program.joined(separator: "|"), "BED_NAME": Self.encoded(name),
            "BED_NUMBER": Self.encoded(number), "BED_DIALLED": dialled, "ATTENDANT_SERVER": server,
        ]
        if hidden { settings["BED_PRES"] = "prohib_passed_screen" }
        for (phone, telephone) in telephones { settings["__BED_PHONE_\(phone)"] = telephone.role }
        settings.merge(variables) { $1 }
        return [
            "Channel: Local/\(menu)@line/n", "Context: callers", "Extension: run", "Priority: 1", "Codecs: slin",
            "WaitTime: 60", "MaxRetries: 0",
        ] + settings.sorted { $0.key < $1.key }.map { "Setvar: \($0)=\($1)" }
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
