/// The names of the environment block that Asterisk sends (`setup_env` in res_agi.c), without their `agi_`.
enum EnvironmentKey: Sendable, Equatable {
    case known(Known)
    /// `agi_arg_1` to `agi_arg_127`.
    case argument(Int)
    case unknown

    enum Known: String, Sendable, CaseIterable {
        case network
        case networkScript = "network_script"
        case request, channel, language, type, uniqueid, version
        case callerid, calleridname, callingpres, callingani2, callington, callingtns
        case dnid, rdnis, context, `extension`, priority, enhanced, accountcode, threadid
    }

    /// The most arguments Asterisk can pass (`MAX_ARGS` in res_agi.c, less the script itself).
    static let mostArguments = 127

    private static let names: [(key: Known, name: [UInt8])] = Known.allCases.map { ($0, Array($0.rawValue.utf8)) }
    private static let argumentPrefix = Array("arg_".utf8)

    /// What a name means; `name` comes without its `agi_`.
    init(name: ArraySlice<UInt8>) {
        if let entry = Self.names.first(where: { $0.name.count == name.count && $0.name.elementsEqual(name) }) {
            self = .known(entry.key)
        } else if name.starts(with: Self.argumentPrefix),
            let number = Int(decimal: name.dropFirst(Self.argumentPrefix.count)),
            (1...Self.mostArguments).contains(number)
        {
            self = .argument(number)
        } else {
            self = .unknown
        }
    }
}
