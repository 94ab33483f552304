/// What a soak plays. The same seed gives the same calls and the same faults in the same order, however they overlap.
public struct SoakPlan: Sendable {
    /// Something that befalls the server or what it needs.
    public enum Fault: String, Sendable, CaseIterable {
        /// Another process holds SQLite's write lock.
        case lock = "database locked"
        /// A menu file is broken, and mended at the next fault.
        case menu = "menu broken"
        /// SIGHUP.
        case reload = "SIGHUP"
        /// The sound files are removed.
        case sounds = "sounds removed"
        /// A notice of the school is switched on or off.
        case notice = "notice switched"
        /// The web service changes its mood: answers, errors, nonsense, silence.
        case web = "web service moody"
        /// `kill -9`, and the next server at once. Calls under way are lost.
        case kill = "kill -9"
        /// SIGTERM, and the next server at once. No call may be lost.
        case restart = "SIGTERM"
    }

    /// What decides everything by chance.
    public var seed: UInt64
    /// How many calls; nil: until `length` is over.
    public var calls: Int?
    /// How long calls are started; nil: until there were `calls`.
    public var length: Duration?
    /// Calls started a second; nil: as soon as another has ended.
    public var perSecond: Double?
    /// How many calls at once.
    public var atOnce: Int
    /// So many calls after one fault comes the next; nil: none is played, and no caller is hostile.
    public var faultEvery: Int?
    /// From this part of the soak on (0 to 1) no server ends any more, so that what grows can be seen to grow.
    public var steadyFrom = 0.5
    /// The share of calls in real time, in percent; waits of the others cost none.
    public var realPercent = 0
    /// The sample menus that are called; the notice that is switched is the school's.
    public var menus = Self.allMenus
    /// Whether callers only walk short ways of an open reception, and nothing else.
    public var isShort = false

    /// The sample menus.
    public static let allMenus = ["reception", "heating", "shop", "clinic", "on-call", "school", "info", "minimal"]

    /// A plan; nothing is played yet.
    public init(
        seed: UInt64, calls: Int? = nil, length: Duration? = nil, perSecond: Double? = nil, atOnce: Int,
        faultEvery: Int? = nil
    ) {
        self.seed = seed
        self.calls = calls
        self.length = length
        self.perSecond = perSecond
        self.atOnce = atOnce
        self.faultEvery = faultEvery
    }

    /// The fault of that number, from 0: each kind once in eight, in an order by chance. The first server to be killed
    /// is so early, in the shortest soak too.
    func fault(_ number: Int, isSteady: Bool) -> Fault {
        var dice = Dice(seed, "faults \(number / Fault.allCases.count)")
        let fault = Fault.allCases.shuffled(using: &dice)[number % Fault.allCases.count]
        return isSteady && (fault == .kill || fault == .restart) ? .reload : fault
    }
}

/// Chance that can be had again: SplitMix64, begun anew for each thing that is decided.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64, _ what: String) {
        // FNV-1a: Swift's own hashes differ from run to run.
        state = what.utf8.reduce(seed ^ 0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// Whether something happens that does so in so many of a hundred cases.
    mutating func hits(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    /// A number of the range.
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// One of a list that is not empty.
    mutating func one<Value>(of list: [Value]) -> Value { list[Int.random(in: 0..<list.count, using: &self)] }
}
