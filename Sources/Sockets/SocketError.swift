/// What can go wrong with listening, connecting, receiving and sending.
public enum SocketError: Error, Equatable, Sendable {
    /// The text is no `HOST:PORT`.
    case malformedEndpoint(String, reason: String)
    /// The text is no `ADDRESS/LENGTH`.
    case malformedNetwork(String, reason: String)
    /// The resolver knows no address for the name.
    case unknownHost(String, reason: String)
    /// Another process, or this one, already listens there.
    case addressInUse(String)
    /// This process may not listen there; ports below 1024 want a privilege.
    case bindNotPermitted(String)
    /// No interface of this machine has the address.
    case addressNotOurs(String)
    /// Listening failed for another reason; `code` is the system's error number.
    case cannotListen(String, code: Int32)
    /// The descriptor that was handed over is no listening TCP socket.
    case notListening(descriptor: Int32)
    /// The peer could not be reached; `code` is the system's error number.
    case cannotConnect(String, code: Int32)
    /// The peer did not answer within the given time.
    case connectTimedOut(String)
    /// No socket, poll descriptor or event descriptor could be made; `code` is the system's error number.
    case noDescriptor(code: Int32)
    /// This side has closed the connection, or the server has been stopped.
    case closed
    /// The peer broke the connection off, or is gone while something was being sent.
    case reset
    /// Nothing arrived until the deadline; the connection is unharmed.
    case receiveTimedOut
    /// The peer did not take what was sent until the deadline; the connection has been closed.
    case sendTimedOut
    /// The task was cancelled while it waited.
    case cancelled
    /// Another task is already waiting for bytes of this connection.
    case alreadyReceiving
    /// Another task is already waiting to send on this connection.
    case alreadySending
    /// This server already serves; one `serve` per server.
    case alreadyServing
}

extension SocketError: CustomStringConvertible {
    /// One line: what, where, and what was expected. Nothing that a peer sent is in it.
    public var description: String {
        switch self {
        case .malformedEndpoint(let text, let reason): "\"\(text)\" is not HOST:PORT: \(reason)"
        case .malformedNetwork(let text, let reason): "\"\(text)\" is not a network: \(reason)"
        case .unknownHost(let host, let reason): "\(host): unknown host: \(reason)"
        case .addressInUse(let address): "\(address): address already in use"
        case .bindNotPermitted(let address): "\(address): not permitted to listen there"
        case .addressNotOurs(let address): "\(address): no interface of this machine has this address"
        case .cannotListen(let address, let code): "\(address): cannot listen: \(Posix.text(code))"
        case .notListening(let descriptor): "descriptor \(descriptor): expected a listening TCP socket"
        case .cannotConnect(let address, let code): "\(address): cannot connect: \(Posix.text(code))"
        case .connectTimedOut(let address): "\(address): no answer in time"
        case .noDescriptor(let code): "no descriptor to be had: \(Posix.text(code))"
        case .closed: "connection closed on this side"
        case .reset: "connection broken off by the peer"
        case .receiveTimedOut: "nothing received until the deadline"
        case .sendTimedOut: "the peer did not take what was sent until the deadline"
        case .cancelled: "cancelled while waiting"
        case .alreadyReceiving: "another task is already receiving"
        case .alreadySending: "another task is already sending"
        case .alreadyServing: "this server already serves"
        }
    }
}
