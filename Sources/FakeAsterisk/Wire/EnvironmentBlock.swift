/// The lines Asterisk sends before it takes commands, in its order (`setup_env` in res_agi.c).
struct EnvironmentBlock {
    /// The lines, the blank one at the end included; each is a write of its own.
    let lines: [String]

    /// The block of a call that came in over `agi://host:port/script`.
    init(_ call: IncomingCall, host: String, port: UInt16) {
        var lines = ["agi_network: yes"]
        if !call.script.isEmpty { lines.append("agi_network_script: \(call.script)") }
        let shown = host.contains(":") ? "[\(host)]" : host
        let type = call.channel.split(separator: "/").first.map(String.init) ?? ""
        lines += [
            "agi_request: agi://\(shown):\(port)/\(call.script)", "agi_channel: \(call.channel)",
            "agi_language: \(call.language)", "agi_type: \(type)", "agi_uniqueid: \(call.uniqueID)",
            "agi_version: \(call.version)", "agi_callerid: \(call.number ?? "unknown")",
            "agi_calleridname: \(call.name ?? "unknown")", "agi_callingpres: \(call.presentation)",
            "agi_callingani2: 0", "agi_callington: 0", "agi_callingtns: 0", "agi_dnid: \(call.dialled ?? "unknown")",
            "agi_rdnis: \(call.redirecting ?? "unknown")", "agi_context: \(call.context)",
            "agi_extension: \(call.extension)", "agi_priority: \(call.priority)", "agi_enhanced: 0.0",
            "agi_accountcode: \(call.accountCode)", "agi_threadid: \(Self.thread)",
        ]
        lines += call.arguments.enumerated().map { "agi_arg_\($0.offset + 1): \($0.element)" }
        self.lines = lines + [""]
    }

    /// A number as Asterisk's threads have; nothing depends on it.
    private static let thread = 140_135_562_454_720
}
