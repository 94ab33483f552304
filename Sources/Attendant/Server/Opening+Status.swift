import Logging
import Sockets

/// Who may look at the server, as the configuration wants it.
extension Opening {
    /// The server of the three pages; nil when nobody wants them.
    ///
    /// - Throws: `StartError`; also when others than this machine could ask, and nobody said that they may.
    static func statusServer(_ configuration: Configuration, _ group: EventLoopGroup) throws(StartError) -> Server? {
        guard !configuration.statusListen.isEmpty else { return nil }
        let networks = try networks(configuration.statusAllow)
        try refuseIfOpen(configuration)
        var limits = SocketLimits()
        (limits.connections, limits.connectionsPerPeer) = (64, 16)
        do throws(SocketError) {
            let listener = try Listener.bind(try Endpoint(configuration.statusListen), limits: limits)
            return Server(
                listener, group: group, limits: limits,
                allows: { address in networks.contains { $0.contains(address.ip) } })
        } catch {
            if case .malformedEndpoint = error { throw .setting("status-listen: \(error)") }
            throw .listen("\(error)")
        }
    }

    /// Whoever listens for others must say for whom.
    private static func refuseIfOpen(_ configuration: Configuration) throws(StartError) {
        let here = try networks(Configuration().statusAllow)
        let addresses = try? Endpoint(configuration.statusListen).resolve()
        guard configuration.statusAllow == Configuration().statusAllow,
            addresses?.contains(where: { address in !here.contains { $0.contains(address.ip) } }) == true
        else { return }
        throw .setting(
            "status-listen: \(configuration.statusListen) is open to others; expected an address of this machine alone, "
                + "as 127.0.0.1:4574, or status-allow with the networks that may ask")
    }

    private static func networks(_ texts: [String]) throws(StartError) -> [Network] {
        var networks: [Network] = []
        for text in texts {
            do throws(SocketError) { networks.append(try Network(text)) } catch {
                throw .setting("status-allow: \(error)")
            }
        }
        return networks
    }

    /// The socket of `attendant status`; nil when it cannot be made: calls are answered all the same.
    static func statusSocket(_ configuration: Configuration, _ logger: Logger) -> StatusSocket? {
        do throws(StatusSocket.Failure) {
            return try StatusSocket(folder: configuration.data)
        } catch {
            logger.warning("attendant status cannot be answered", metadata: ["why": "\(error.words)"])
            return nil
        }
    }
}
