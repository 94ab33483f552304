extension Environment {
    /// The path and query of the address the dialplan called, nil when it named none (`agi://host`).
    public var networkScript: NetworkScript? { raw(.networkScript).map { NetworkScript($0) } }

    /// The whole address as the dialplan wrote it: `agi://127.0.0.1:4573/main?step=sales`.
    public var request: String { text(.request) ?? "" }

    /// The channel's name: `PJSIP/trunk-0000002a`.
    public var channel: String { text(.channel) ?? "" }

    /// The channel's language: `en`, `de_AT`.
    public var language: String { text(.language) ?? "" }

    /// The channel's technology: `PJSIP`, `Local`.
    public var type: String { text(.type) ?? "" }

    /// The channel's unique id: `1795334806.17`.
    public var uniqueID: String { text(.uniqueid) ?? "" }

    /// The Asterisk's version as it says it: `22.10.1+dfsg+~cs6.17.60671434-1`.
    public var version: String { text(.version) ?? "" }

    /// The caller's number as the peer sent it, nil when there is none. Look at `presentation` before showing it.
    public var callerID: String? { textUnlessUnknown(.callerid) }

    /// The caller's name as the peer sent it, unescaped (`\"` may stand in it), nil when there is none.
    public var callerIDName: String? { textUnlessUnknown(.calleridname) }

    /// Whether number and name may be shown; `unavailable` when Asterisk does not say.
    public var presentation: CallerPresentation {
        number(.callingpres).map { CallerPresentation(callingPres: $0) } ?? .unavailable
    }

    /// The raw number of `agi_callingpres`.
    public var callingPres: Int? { number(.callingpres) }

    /// The caller's line category, ANI II.
    public var callingANI2: Int? { number(.callingani2) }

    /// The caller number's type and plan, TON.
    public var callingTON: Int? { number(.callington) }

    /// The transit network selection.
    public var callingTNS: Int? { number(.callingtns) }

    /// The number that was dialled, DNID, nil when there is none.
    public var dialledNumber: String? { textUnlessUnknown(.dnid) }

    /// The number that forwarded the call here, RDNIS, nil when there is none.
    public var redirectingNumber: String? { textUnlessUnknown(.rdnis) }

    /// The dialplan's context.
    public var context: String { text(.context) ?? "" }

    /// The dialplan's extension.
    public var `extension`: String { text(.extension) ?? "" }

    /// The dialplan's priority.
    public var priority: Int? { number(.priority) }

    /// Whether Asterisk passes sound along, EAGI; never over a network.
    public var isEnhanced: Bool { text(.enhanced) == "1.0" }

    /// The channel's account code, often empty.
    public var accountCode: String { text(.accountcode) ?? "" }

    /// The thread in Asterisk that runs the AGI.
    public var threadID: String { text(.threadid) ?? "" }

    /// The arguments of the dialplan's `AGI(url,first,second)`, in order; one that is missing between others is empty.
    public var arguments: [String] {
        var values: [String] = []
        for field in fields {
            guard case .argument(let number) = field.key else { continue }
            while values.count < Int(number) { values.append("") }
            values[Int(number) - 1] = String(lenient: bytes[field.range])
        }
        return values
    }

    /// Longest command line this Asterisk takes whole, in bytes without the newline; the smaller one when its version
    /// cannot be read.
    public var commandLineBytes: Int {
        raw(.version).flatMap { AsteriskVersion($0) }?.commandLineBytes ?? AsteriskVersion.smallCommandLine
    }
}
