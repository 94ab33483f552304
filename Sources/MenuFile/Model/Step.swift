/// One step of a menu file: at most one verb, and the modifiers that go with every verb (§3.3).
///
/// A step is a class because steps nest; it is immutable, and its identity is its place in the file.
public final class Step: Sendable {
    /// Where the step stands in the file, for logs and `call_steps`: `start.menu.1.do[0]`.
    public let path: String
    /// The first character of the step.
    public let position: Position
    /// `when`: false counts as *not done*; a choice is then neither announced nor accepted.
    public let when: Condition?
    /// `say`: heard first; the prompt of a menu or collect.
    public let say: Text?
    /// `interrupt`: false means that the text must be heard to the end; keys are kept for later.
    public let interrupt: Bool
    /// `for` or `to`: how the step is announced as a choice.
    public let announcement: Announcement?
    /// `label`: what staff see, as written. The label made from `for`/`to` is `effectiveLabel(…)`'s business.
    public let label: Text?
    /// What the step does after its text; nil: it only speaks.
    public let verb: Verb?
    /// `then`: runs after *done*.
    public let then: Step?
    /// `otherwise`: runs after *not done*.
    public let otherwise: Step?

    init(
        path: String, position: Position, when: Condition? = nil, say: Text? = nil, interrupt: Bool = true,
        announcement: Announcement? = nil, label: Text? = nil, verb: Verb? = nil, then: Step? = nil,
        otherwise: Step? = nil
    ) {
        self.path = path
        self.position = position
        self.when = when
        self.say = say
        self.interrupt = interrupt
        self.announcement = announcement
        self.label = label
        self.verb = verb
        self.then = then
        self.otherwise = otherwise
    }
}

/// How a step is announced as a choice of a menu.
public enum Announcement: Sendable {
    /// `for`: "For {for}, press 1".
    case `for`(Text)
    /// `to`: "To {to}, press 1".
    case to(Text)
}

/// What a step does; each case is one file of the walk.
public enum Verb: Sendable {
    /// Announces choices and takes keys.
    case menu(MenuVerb)
    /// Takes an entry into a variable.
    case collect(CollectVerb)
    /// Rings people.
    case ring(RingVerb)
    /// Puts the caller into an Asterisk queue.
    case queue(QueueVerb)
    /// Notes that the caller wants to be called back.
    case callback(CallbackVerb)
    /// Takes a spoken message.
    case voicemail(VoicemailVerb)
    /// Asks a web service.
    case request(RequestVerb)
    /// Sets variables, in the order of the file.
    case set([VariableAssignment])
    /// Changes the language.
    case language(LanguageVerb)
    /// Goes to another step and drops the rest of the list.
    case go(Destination)
    /// Tries steps in order until one keeps the call.
    case sequence([Step])
    /// Hands the channel to the dialplan.
    case dialplan(DialplanLocation)
    /// Runs a dialplan subroutine and comes back.
    case gosub(GosubVerb)
}

/// Where a `go` leads.
public enum Destination: Sendable, Hashable {
    /// A step of `steps`.
    case step(String)
    /// `start`: forgets all menus.
    case start
    /// `closed`: forgets all menus.
    case closed
    /// `operator`: never returns to the menu.
    case `operator`
    /// `back`: the menu above; at the top it repeats.
    case back
    /// `again`: this menu once more.
    case again
    /// `hangup`: ends the call.
    case hangup
}
