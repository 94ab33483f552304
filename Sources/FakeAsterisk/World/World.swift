/// Everything around a call that Asterisk knows of: telephones, queues, mailboxes, variables, the dialplan.
public struct World: Sendable {
    /// Telephones by dial string (`PJSIP/201`) or number (`201`), as `EXEC Dial` and `DEVICE_STATE` name them.
    public var telephones: [String: Telephone] = [:]
    /// What a telephone does that is not in `telephones`.
    public var otherTelephones: Telephone = .noAnswer
    /// DEVICE_STATE of devices, before what their telephone would say: `NOT_INUSE`, `INUSE`, `BUSY`, `UNAVAILABLE`…
    public var deviceStates: [String: String] = [:]
    /// Queues by name.
    public var queues: [String: CallQueue] = [:]
    /// What a queue is that is not in `queues`; nil: there is no such queue.
    public var otherQueues: CallQueue? = CallQueue()
    /// Mailboxes by number, with or without `@context`. VMSTATUS is FAILED for others.
    public var mailboxes: [String: Mailbox] = [:]
    /// Channel variables the dialplan has set before AGI. `AGISIGHUP`, `AGIEXITONHANGUP` and `AGIEXECFULL` work as there.
    public var variables: [String: String] = [:]
    /// Asterisk's own small database, `family/key` to value.
    public var database: [String: String] = [:]
    /// Subroutines by `context,extension,priority`.
    public var subroutines: [String: Subroutine] = [:]
    /// Applications by name, before the built-in ones. Letters count in any case.
    public var applications: [String: Application] = [:]
    /// Dialplan functions with fixed answers, before the built-in ones: `SIPPEER(201,status)` to its value.
    public var functions: [String: String] = [:]
    /// The places of the dialplan as `context,extension,priority`, for DIALPLAN_EXISTS; nil: any place is there.
    public var places: Set<String>?
    /// Labels that SET PRIORITY finds.
    public var labels: Set<String> = []
    /// Loaded modules, for IFMODULE.
    public var modules: Set<String> = ["res_agi.so", "res_http_media_cache.so"]
    /// Whether Asterisk was built with its documentation. Without it a wrong command is answered in one line.
    public var hasUsageTexts = true
    /// The time of day at the beginning of the call, in seconds since 1970, for EPOCH.
    public var epoch = 1_795_334_806
    /// Where RECORD FILE and VoiceMail put what was recorded; nil: Asterisk may write nowhere (`(writefile)`).
    public var recordings: (any RecordingStore)?

    /// A world with nothing in it but Asterisk.
    public init() {}

    /// The queue of that name, if there is one.
    func queue(_ name: String) -> CallQueue? { queues[name] ?? otherQueues }

    /// The telephone a dial string rings: by the whole string, then by ever smaller parts of it.
    func telephone(_ dialString: String) -> Telephone {
        Self.namesOf(dialString).lazy.compactMap { telephones[$0] }.first ?? otherTelephones
    }

    /// `PJSIP/201@trunk` may be listed as itself, without its technology, and as `201`.
    static func namesOf(_ dialString: String) -> [String] {
        let afterTechnology = dialString.split(separator: "/", maxSplits: 1).dropFirst().first.map(String.init)
        let withoutOptions = afterTechnology?.split(separator: "/").first.map(String.init)
        let number = withoutOptions?.split(separator: "@").first.map(String.init)
        let last = dialString.split(separator: "/").last.map(String.init)
        return [dialString, afterTechnology, withoutOptions, number, last].compactMap { $0 }
    }
}
