/// The names that a file defines, gathered before anything is decoded so that each can be used before its place.
struct FileNames {
    /// `language`, the default first.
    var languages = NameList(names: ["en"])
    /// `people`.
    var people = NameList()
    /// `steps`.
    var steps = NameList()
    /// `callbacks`.
    var callbacks = NameList()
    /// `callers`.
    var callers = NameList()
    /// `hours`: its schedules.
    var schedules = NameList()
    /// `notices`.
    var notices = NameList()
    /// Whether there is a `closed`.
    var hasClosed = false
    /// What is known of each person.
    var contacts: [String: Contact] = [:]

    /// How a person can be reached.
    struct Contact {
        var isRung = false
        var email: [String] = []
        var hasMailbox = false
        /// Whether the entry has faults of its own: then nothing is said about what it lacks.
        var isBroken = false
    }
}

/// Names of one kind, in the order of the file.
struct NameList {
    var names: [String] = []
    private var set: Set<String> = []
    /// Whether the place where they are defined is broken: then nothing is said about names that are not there.
    var isBroken = false

    init(names: [String] = []) {
        self.names = names
        set = Set(names)
    }

    mutating func add(_ name: String) {
        if set.insert(name).inserted { names.append(name) }
    }

    func contains(_ name: String) -> Bool { set.contains(name) }

    /// Whether a name may be used: it is there, or nobody can tell.
    func accepts(_ name: String) -> Bool { isBroken || contains(name) }
}

/// Something that a file defines and uses.
enum Use: Hashable {
    case person(String)
    case callbackList(String)
    case schedule(String)
    case callers(String)
}

/// Settings of the file that decoding of steps needs.
struct FileSettings {
    var keys = KeySettings.standard
}
