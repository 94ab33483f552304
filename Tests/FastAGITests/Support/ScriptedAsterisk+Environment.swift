extension ScriptedAsterisk {
    /// The block of Asterisk 22.10.1, as recorded.
    static let environment = """
        agi_network: yes
        agi_network_script: main
        agi_request: agi://127.0.0.1:4573/main
        agi_channel: Local/s@ivr-00000008;2
        agi_language: en
        agi_type: Local
        agi_uniqueid: 1795334806.17
        agi_version: 22.10.1+dfsg+~cs6.17.60671434-1
        agi_callerid: unknown
        agi_calleridname: unknown
        agi_callingpres: 67
        agi_callingani2: 0
        agi_callington: 0
        agi_callingtns: 0
        agi_dnid: unknown
        agi_rdnis: unknown
        agi_context: ivr
        agi_extension: s
        agi_priority: 2
        agi_enhanced: 0.0
        agi_accountcode:\u{20}
        agi_threadid: 140135562454720


        """

    /// The same with lines put in their place, or added.
    static func environment(_ lines: [String: String]) -> String {
        var rest = lines
        var block = environment.split(separator: "\n").map { line in
            let name = String(line.prefix { $0 != ":" })
            return rest.removeValue(forKey: name).map { "\(name): \($0)" } ?? String(line)
        }
        block += rest.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        return block.joined(separator: "\n") + "\n\n"
    }
}
