public import Reception
import Synchronization

/// A telephone on a virtual clock: plays no sound, waits for nothing, and does what a script says.
///
/// Keys are pressed 0.8 s after a prompt has ended and 0.4 s one after another, as people do (menu-format, part 5).
/// After the last action the caller stays silent to the end of the call.
public final class SimulatedPhone: Phone {
    /// From the end of a prompt to the first key.
    public static let reaction = Duration.milliseconds(800)
    /// From one key to the next.
    public static let perKey = Duration.milliseconds(400)
    /// A busy telephone is known to be busy after so long.
    public static let busy = Duration.milliseconds(300)
    /// How much time passes at most while the line listens beside slow work.
    static let moment = Duration.milliseconds(100)
    /// So often in a call work of ours is waited for without leaving the processor to others.
    static let quickTurns = 100
    /// Asterisk's mailboxes as they are set up out of the box.
    static let mailboxLongest = Duration.seconds(180)
    /// So much silence ends a message in a mailbox.
    static let mailboxSilence = Duration.seconds(10)
    /// A wait at least this long is one for keys; shorter ones only listen.
    static let realWait = Duration.seconds(1)

    let clock: VirtualClock
    let world: World
    let state: Mutex<State>
    /// Who acts instead of the script; nil: the script does.
    let live: (any LiveCaller)?

    /// What changes during a call.
    struct State {
        var script: [CallerAction]
        var traces: [ActionTrace]
        var pending: [Event] = []
        var lastAction = Duration.zero
        /// When the first thing was heard or waited for; nil: nothing yet.
        var began: Duration?
        /// When the last key was pressed.
        var lastKey: Duration?
        /// Whether a prompt began after the last action, or none has been done yet.
        var hasNewPrompt = true
        var handOvers: [HandOver] = []
        /// How often work was listened beside.
        var turns = 0
        var mailboxes: [MailboxMessage] = []
        var isHungUpByCaller = false
        /// What of the transcript is not to be printed.
        var sensitive: Set<Int> = []
        var isHungUp = false
        var shown: String?
        var variables: [String: String] = [:]
        var transcript: [TranscriptEntry] = []
        /// The number of the action to which the last key belonged.
        var pressing = 0

        init(script: [CallerAction]) {
            self.script = script
            traces = script.map { _ in ActionTrace() }
        }

        /// The number of the action that is next.
        var next: Int { traces.count - script.count }
    }

    /// Something that the caller does at a moment.
    struct Event: Equatable {
        let at: Duration
        let what: What
        /// The number of the action that it belongs to.
        let action: Int
        /// Whether the action is done with it.
        let isLast: Bool

        enum What: Equatable {
            case key(Key)
            case hangUp
        }
    }

    /// A telephone whose caller does what `script` says.
    public init(clock: VirtualClock, world: World = World(), script: [CallerAction] = []) {
        self.clock = clock
        self.world = world
        live = nil
        self.state = Mutex(State(script: script))
    }

    /// A telephone with somebody at it: the clock goes as real time does.
    public init(clock: VirtualClock, world: World = World(), live: any LiveCaller) {
        self.clock = clock
        self.world = world
        self.live = live
        state = Mutex(State(script: []))
    }

    /// What happened so far.
    public var transcript: [TranscriptEntry] { state.withLock { $0.transcript } }

    /// What of the script was not done.
    public var unused: [CallerAction] { state.withLock { $0.script } }

    /// The channel variables that were set.
    public var variables: [String: String] { state.withLock { $0.variables } }

    func note(_ what: TranscriptEntry.What, isSensitive: Bool = false) {
        let at = clock.uptime
        state.withLock { state in
            if isSensitive { state.sensitive.insert(state.transcript.count) }
            state.transcript.append(TranscriptEntry(at: at, what: what))
        }
        live?.notes(TranscriptEntry(at: at, what: what))
    }

    func checkUp() throws(PhoneError) {
        if state.withLock({ $0.isHungUp }) { throw .hungUp }
    }
}
