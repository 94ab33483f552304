import Synchronization

extension Connection {
    /// Runs a server's handler for this connection in the current task and closes the connection after it.
    ///
    /// The task is watched for cancellation once, for all its waits on this connection. Tasks the handler starts are
    /// watched at each of theirs.
    nonisolated(nonsending) func handle(with handler: @Sendable (Connection) async -> Void) async {
        handlerTask.store(Self.currentTask, ordering: .relaxed)
        await withTaskCancellationHandler {
            await handler(self)
        } onCancel: {
            stopReceiving(.handler)
        }
        // Another task may get the number of this one when it is gone.
        handlerTask.store(0, ordering: .relaxed)
        close()
    }

    /// Whether the current task is the one that ``handle(with:)`` watches.
    var isInHandlerTask: Bool {
        let handler = handlerTask.load(ordering: .relaxed)
        return handler != 0 && handler == Self.currentTask
    }

    /// The identity of the current task, a number that no other living task has; 0 outside of tasks.
    private static var currentTask: UInt {
        withUnsafeCurrentTask { task in task.map { unsafeBitCast($0, to: UInt.self) } ?? 0 }
    }
}

extension UInt64 {
    /// The number of every wait of the handler's own task; counted ones begin at 1.
    static let handler: UInt64 = 0
}
