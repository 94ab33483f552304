/// The names of the environment block that Asterisk sends (`setup_env` in res_agi.c), without their `agi_`.
enum EnvironmentKey: Sendable, Equatable {
    case known(Known)
    /// `agi_arg_1` to `agi_arg_127`.
    case argument(UInt8)
    case unknown

    /// The names in the order Asterisk sends them, so that each is looked for first where the one before was found.
    enum Known: UInt8, Sendable {
        case network, networkScript, request, channel, language, type, uniqueid, version
        case callerid, calleridname, callingpres, callingani2, callington, callingtns
        case dnid, rdnis, context, `extension`, priority, enhanced, accountcode, threadid

        var name: StaticString {
            switch self {
            case .network: "network"
            case .networkScript: "network_script"
            case .request: "request"
            case .channel: "channel"
            case .language: "language"
            case .type: "type"
            case .uniqueid: "uniqueid"
            case .version: "version"
            case .callerid: "callerid"
            case .calleridname: "calleridname"
            case .callingpres: "callingpres"
            case .callingani2: "callingani2"
            case .callington: "callington"
            case .callingtns: "callingtns"
            case .dnid: "dnid"
            case .rdnis: "rdnis"
            case .context: "context"
            case .extension: "extension"
            case .priority: "priority"
            case .enhanced: "enhanced"
            case .accountcode: "accountcode"
            case .threadid: "threadid"
            }
        }
    }

    /// The most arguments Asterisk can pass (`MAX_ARGS` in res_agi.c, less the script itself).
    static let mostArguments = 127

    private static let argumentPrefix: StaticString = "arg_"

    /// What a name means; `name` comes without its `agi_`.
    ///
    /// - Parameter guess: how many of Asterisk's names came before, a hint where to look.
    init(name: Span<UInt8>, guess: Int) {
        let count = Int(Known.threadid.rawValue) + 1
        for step in 0..<count {
            guard let key = Known(rawValue: UInt8((guess + step) % count)) else { break }
            if name.count == key.name.utf8CodeUnitCount, name.hasPrefix(key.name) {
                self = .known(key)
                return
            }
        }
        self = Self.argumentNumber(name).map { .argument($0) } ?? .unknown
    }

    private static func argumentNumber(_ name: Span<UInt8>) -> UInt8? {
        guard name.hasPrefix(argumentPrefix) else { return nil }
        let digits = name.extracting(droppingFirst: argumentPrefix.utf8CodeUnitCount)
        guard let number = Int(decimal: digits), (1...mostArguments).contains(number) else { return nil }
        return UInt8(number)
    }
}
