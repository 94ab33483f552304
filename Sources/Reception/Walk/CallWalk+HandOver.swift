import MenuFile

/// What the side that takes a call is told of its variables (§4.2, hand-over).
extension CallWalk {
    /// More variables than this are not handed over: each is a command before the telephone rings.
    static let mostHandedOver = 64

    /// `__ATTENDANT_V_NAME` for every variable that is not sensitive; the two underscores pass it on to the channels
    /// that are called.
    var variablesHandedOver: [(name: String, value: String)] {
        variables.names.filter { !isSensitive($0) }.prefix(Self.mostHandedOver).map { name in
            ("__ATTENDANT_V_" + Self.channelName(name), variables[name] ?? "")
        }
    }

    /// `visit.id` is VISIT_ID in the dialplan, whose names have neither dots nor dashes.
    private static func channelName(_ name: String) -> String {
        String(name.uppercased().map { $0 == "." || $0 == "-" ? "_" : $0 })
    }
}
