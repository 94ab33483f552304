import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Tells systemd how the server does (`sd_notify(3)`): a datagram to $NOTIFY_SOCKET. Where there is none, nobody is told.
struct Supervisor: Sendable {
    /// The path of systemd's socket; "@…" is no file.
    let socket: String?
    /// After so long without a word the server is taken for dead; nil: nobody watches.
    let patience: Duration?

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        socket = environment["NOTIFY_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
        // Set for another process, it is none of ours.
        let isOurs = environment["WATCHDOG_PID"].map { $0 == "\(getpid())" } ?? true
        let time = environment["WATCHDOG_USEC"].flatMap { Int64($0) }.flatMap { $0 > 0 ? $0 : nil }
        patience = isOurs ? time.map { .microseconds($0) } : nil
    }

    /// Sends one message, such as "READY=1". What cannot be sent is lost: the server's work comes first.
    func tell(_ message: String) {
        guard let socket, let descriptor = UnixSocket.make(UnixSocket.datagram) else { return }
        defer { close(descriptor) }
        let bytes = Array(message.utf8)
        _ = UnixSocket.withAddress(of: socket) { address, length in
            sendto(descriptor, bytes, bytes.count, UnixSocket.sendFlags | Int32(MSG_DONTWAIT), address, length)
        }
    }

    /// Says at each half of the patience that the server lives, after it has proved it, until the task is cancelled.
    ///
    /// systemd leaves a process alone that it has told to stop (KillMode=none), so one that hangs must end by itself: the
    /// kernel's alarm, put off by each proof, does that.
    ///
    /// - Parameters:
    ///   - alarm: ends this process after so many seconds unless it is set anew; 0: never.
    ///   - proof: returns when the server does its work, and never when it hangs.
    func watch(
        clock: any Clock<Duration> = ContinuousClock(), alarm: @Sendable (UInt32) -> Void = Self.setAlarm,
        proof: @Sendable () async -> Void
    ) async {
        guard socket != nil, let patience else { return }
        let longest = UInt32(clamping: patience.components.seconds * 2 + 1)
        defer { alarm(0) }
        while !Task.isCancelled {
            alarm(longest)
            await proof()
            guard !Task.isCancelled else { return }
            alarm(longest)
            tell("WATCHDOG=1")
            try? await clock.sleep(for: patience / 2)
        }
    }

    /// The signal of alarm(2) ends the process, whatever its threads do.
    private static let setAlarm: @Sendable (UInt32) -> Void = { seconds in _ = alarm(seconds) }
}
