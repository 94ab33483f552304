import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A peer that does what no connection of ours would: breaks off with a reset, closes half, writes nonsense. Blocking, on
/// a thread of Dispatch.
struct RawPeer: Sendable {
    /// What it does.
    enum Manner: String, Sendable, CaseIterable {
        /// Answers some commands and resets the connection in the middle of a reply.
        case resets
        /// Answers some commands and closes its half in the middle of a reply, then reads to the end.
        case closesHalf
        /// Answers each command after a moment, a byte at a time.
        case isSlow
        /// Sends an environment and never answers the first command; leaves after a while.
        case neverAnswers
        /// Writes what is no environment.
        case babbles
        /// Sends half an environment and closes.
        case stopsShort
        /// Connects, says nothing, leaves.
        case isMute

        /// Whether a whole environment is sent.
        var isCall: Bool { [.resets, .closesHalf, .isSlow, .neverAnswers].contains(self) }
    }

    let manner: Manner
    let port: UInt16
    let uniqueID: String
    let menu: String
    /// How many commands are answered before the manner shows.
    let answers: Int

    /// Plays it. Returns whether the server sent a command.
    func run() async -> Bool {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: play()) }
        }
    }

    private func play() -> Bool {
        guard let line = RawLine(port: port) else { return false }
        defer { line.close() }
        switch manner {
        case .isMute: break
        case .babbles: line.write(Self.nonsense + Array(uniqueID.utf8))
        case .stopsShort: line.write(Array(environment.utf8).prefix(120))
        case .neverAnswers:
            line.write(Array(environment.utf8))
            let isHeard = line.readLine() != nil
            line.waits(milliseconds: 300)
            return isHeard
        case .resets, .closesHalf, .isSlow: return converse(line)
        }
        line.waits(milliseconds: 100)
        return false
    }

    private func converse(_ line: RawLine) -> Bool {
        line.write(Array(environment.utf8))
        var count = 0
        while line.readLine() != nil {
            count += 1
            if count > answers, manner != .isSlow { break }
            if manner == .isSlow {
                for byte in "200 result=0\n".utf8 { line.write([byte]) }
                if count > 40 { break }
            } else {
                line.write(Array("200 result=0\n".utf8))
            }
        }
        guard manner != .isSlow, count > 0 else { return count > 0 }
        line.write(Array("200 res".utf8))
        if manner == .resets {
            line.resetsWhenClosed()
        } else {
            line.closeHalf()
            while line.readLine() != nil {}
        }
        return true
    }

    private var environment: String {
        """
        agi_network: yes
        agi_network_script: \(menu)
        agi_request: agi://127.0.0.1/\(menu)
        agi_channel: PJSIP/trunk-0000000a
        agi_language: en
        agi_type: PJSIP
        agi_uniqueid: \(uniqueID)
        agi_version: 22.10.1
        agi_callerid: unknown
        agi_calleridname: unknown
        agi_callingpres: 67
        agi_dnid: 700
        agi_rdnis: unknown
        agi_context: ivr
        agi_extension: 700
        agi_priority: 2
        agi_enhanced: 0.0
        agi_accountcode:
        agi_threadid: 140135562454720


        """
    }

    private static let nonsense: [UInt8] = Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8) + (0..<200).map { UInt8($0) }
}

/// A blocking TCP connection to this machine.
final class RawLine {
    private let descriptor: Int32
    private var rest: [UInt8] = []

    /// Nil when the server cannot be reached.
    init?(port: UInt16) {
        descriptor = socket(AF_INET, RawLine.stream, 0)
        guard descriptor >= 0 else { return nil }
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = LoopbackSocket.address(port: port)
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else {
            close()
            return nil
        }
    }

    #if canImport(Glibc)
        static let stream = Int32(SOCK_STREAM.rawValue)
        private static let flags = Int32(MSG_NOSIGNAL)
    #else
        static let stream = SOCK_STREAM
        private static let flags: Int32 = 0
    #endif

    func write(_ bytes: some Collection<UInt8>) {
        let bytes = Array(bytes)
        _ = send(descriptor, bytes, bytes.count, Self.flags)
    }

    /// The next line; nil at the end, and after a long silence.
    func readLine() -> String? {
        while true {
            if let end = rest.firstIndex(of: 10) {
                defer { rest.removeFirst(end + 1) }
                return String(decoding: rest[..<end], as: UTF8.self)
            }
            var buffer = [UInt8](repeating: 0, count: 4_096)
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            rest += buffer[..<count]
        }
    }

    /// Waits until the server writes or closes, but not longer.
    func waits(milliseconds: Int32) {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&waiting, 1, milliseconds)
    }

    func closeHalf() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

    func resetsWhenClosed() {
        var lingering = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &lingering, socklen_t(MemoryLayout<linger>.size))
    }

    func close() { closeDescriptor(descriptor) }
}

private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }
