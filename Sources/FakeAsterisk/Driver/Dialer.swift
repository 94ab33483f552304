import Sockets

/// Connects to servers.
enum Dialer {
    /// Asterisk gives each address two seconds (`MAX_AGI_CONNECT` in res_agi.c).
    private static let patience: Duration = .seconds(2)

    /// Tries the addresses of a host in turn.
    static func connect(
        host: String, port: UInt16, on loop: EventLoop?
    ) async throws(FakeAsteriskError) -> Connection {
        do {
            let loop = try loop ?? EventLoopGroup(count: 1).next()
            var failure: SocketError = .unknownHost(host, reason: "it has no address")
            for address in try Endpoint(host: host, port: port).resolve() {
                do {
                    return try await Connection.connect(to: address, on: loop, timeout: patience)
                } catch {
                    failure = error
                }
            }
            throw failure
        } catch {
            throw .cannotConnect(host: host, port: port, reason: "\(error)")
        }
    }
}
