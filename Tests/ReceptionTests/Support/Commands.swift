import Reception
import Synchronization

/// Notes the commands that a telephone was given.
final class Commands: Sendable {
    private let list = Mutex<[String]>([])

    /// All of them, in order.
    var all: [String] { list.withLock { $0 } }

    /// A fault that is none: notes the command and lets it pass.
    var note: FaultyPhone.Fault {
        { _, command in
            self.list.withLock { $0.append(command) }
            return nil
        }
    }
}
