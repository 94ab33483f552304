#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension ConnectionState {
    /// Hands the kernel more of what waits to be sent.
    mutating func write(_ wakeup: inout Wakeup) {
        guard !isConnecting, var current = sender.take() else { return }
        while current.sent < current.bytes.count {
            let count = current.bytes.withUnsafeBytes { bytes in
                Posix.write(descriptor, .init(rebasing: bytes[current.sent...]))
            }
            guard count > 0 else {
                if count == -Int(EAGAIN) {
                    sender = current
                } else {
                    wakeup.send(current.suspension, .reset)
                }
                return
            }
            current.sent += count
        }
        wakeup.send(current.suspension, nil)
    }

    /// Learns how connecting went.
    mutating func finishConnecting(_ wakeup: inout Wakeup) {
        guard let current = sender.take() else { return }
        isConnecting = false
        let code = Posix.option(descriptor, SOL_SOCKET, SO_ERROR) ?? EBADF
        wakeup.send(current.suspension, code == 0 ? nil : .cannotConnect("", code: code))
    }
}
