import Testing

@testable import Sockets

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct SocketErrorTests {
    @Test(
        "messages say what, where and what was expected",
        arguments: [
            (.malformedEndpoint("x", reason: "there is no port"), "\"x\" is not HOST:PORT: there is no port"),
            (.malformedNetwork("x", reason: "why"), "\"x\" is not a network: why"),
            (.unknownHost("pbx", reason: "why"), "pbx: unknown host: why"),
            (.addressInUse("127.0.0.1:4573"), "127.0.0.1:4573: address already in use"),
            (.bindNotPermitted("127.0.0.1:80"), "127.0.0.1:80: not permitted to listen there"),
            (.addressNotOurs("192.0.2.1:1"), "192.0.2.1:1: no interface of this machine has this address"),
            (.cannotListen("[::1]:1", code: EINVAL), "[::1]:1: cannot listen: invalid argument"),
            (.notListening(descriptor: 3), "descriptor 3: expected a listening TCP socket"),
            (.cannotConnect("[::1]:1", code: ECONNREFUSED), "[::1]:1: cannot connect: connection refused"),
            (.connectTimedOut("192.0.2.1:1"), "192.0.2.1:1: no answer in time"),
            (.noDescriptor(code: EMFILE), "no descriptor to be had: too many open files"),
            (.closed, "connection closed on this side"),
            (.reset, "connection broken off by the peer"),
            (.receiveTimedOut, "nothing received until the deadline"),
            (.sendTimedOut, "the peer did not take what was sent until the deadline"),
            (.cancelled, "cancelled while waiting"),
            (.alreadyReceiving, "another task is already receiving"),
            (.alreadySending, "another task is already sending"),
            (.alreadyServing, "this server already serves"),
        ] as [(SocketError, String)])
    func messages(error: SocketError, text: String) {
        #expect(error.description == text)
    }
}
