public import Logging
import MenuFile

/// One call's walk through a menu file: straight async code over the ports, the same for a real Asterisk, a fake one and
/// a simulated telephone.
///
/// A walk lives in one task and is used once. Its files: `+Start` (order of §4.1), `+Run` (steps and lists), one file
/// per verb, `+Keys` and `+Speak` (prompts and keys), `+Limits`, `+End` (what a hang-up leaves).
public final class CallWalk {
    let document: MenuDocument
    let version: String
    let facts: CallFacts
    let phone: any Phone
    let services: Services
    let house: House
    var logger: Logger

    /// The caller's number, when it is one that can be called.
    let caller: TelephoneNumber?
    var language: String
    /// What staff see, in their language; nil: nothing was chosen yet.
    var label: String?
    var labelIsChosen = false
    var frames: [MenuFrame] = []
    var buffer = KeyBuffer()
    var keys = KeyWatch()
    /// Keys typed ahead and thrown away again, for which nothing asked.
    var untaken: [KeyBuffer.Typed] = []
    var guards = Guards()
    var mode = Mode.menus
    var phase = Phase.other
    var steps: StepLog
    /// The path of the menus, kept when they are left for the operator or `unanswered`, or by a hang-up: what was chosen
    /// travels to the person who answers and into the rows.
    var leftPath = ""
    /// The value of `{keys}`: what was typed for the choice last taken.
    var typed = ""
    /// The schedule that was last found closed, for `{open.next}`.
    var lastClosed: String?
    /// What the call has collected and been told.
    var variables: Variables
    /// Variables that were missing in a text, and where: each is logged once.
    var missing: Set<String> = []
    /// The list of `callers` that the caller is on, and the name it knows them by.
    var listed: (list: CallerList, name: String?)?
    /// Earlier calls of the caller's number on this local day.
    var earlierToday = 0
    /// The rest of each list that is being gone through, the innermost last, up to the menu or the top.
    var ahead: [ArraySlice<Step>] = []
    /// When the call was answered, and when somebody took it, in `CallClock.uptime`.
    var answeredAt: Duration?
    var takenAt: Duration?
    /// `{callback.when}` and `{callback.place}` of the request last noted.
    var callbackDue: CallbackDue?
    /// While the line's name is worked out.
    var isNaming = false
    /// The queue whose offer of a call back is being made.
    var leftQueue: String?
    /// The file of the voice note that goes with the request in the making.
    var spokenNote: String?

    /// What the walk is about at the top.
    enum Mode { case menus, `operator`, unanswered }

    /// A walk of one call, not yet begun.
    public init(
        _ menu: MenuVersion, facts: CallFacts, phone: any Phone, services: Services, house: House, logger: Logger
    ) {
        self.document = menu.document
        self.version = menu.version
        self.facts = facts
        self.phone = phone
        self.services = services.with(prompts: menu.recorded(services.prompts))
        self.house = house
        self.logger = logger
        self.logger[metadataKey: "call"] = "\(facts.id)"
        self.logger[metadataKey: "menu"] = "\(menu.document.fileName)"
        self.language = menu.document.languages.first ?? "en"
        self.steps = StepLog(call: facts.id)
        self.variables = Variables(sensitive: menu.document.sensitive)
        self.caller = Self.number(of: facts, services.numbers, menu.document.country ?? house.country)
    }

    /// Walks the call to its end, and notes in the ledger how it began, went and ended.
    ///
    /// - Returns: how it ended. `failed` means that the channel was given back to the dialplan, which takes over.
    public func run() async -> CallOutcome {
        begin()
        let stop: WalkStop
        do throws(WalkStop) {
            try await meetCaller()
            try await answer()
            try await top(entry())
            stop = .ended(.goodbye)
        } catch {
            stop = error
        }
        return await finish(stop)
    }

    private static func number(
        of facts: CallFacts, _ book: any NumberBook, _ country: String
    ) -> TelephoneNumber? {
        guard !facts.isWithheld, let number = facts.number else { return nil }
        if case .callable(let telephone) = book.read(number, country: country) { return telephone }
        return nil
    }
}

/// A menu that the call is in.
struct MenuFrame {
    /// The menu's step.
    let step: Step
    /// The choice that is running: its key as typed, and its label.
    var choice: (key: String, label: String)?
    /// How often it was come back to.
    var returns = 0
}

/// Until when the request last noted is promised, and its place on the list.
struct CallbackDue {
    var when: String?
    var place: Int?
}
