/// One connection to Asterisk, as bytes in and bytes out.
///
/// `Session` is the only user of a transport after it was handed over: it never calls `receive` or `send` twice at once.
/// `close` may come at any moment, from any thread, more than once, also while one of the others waits; both must then
/// end soon, with the end of file or any error.
public protocol Transport: AnyObject, Sendable {
    /// Waits for bytes and hands over all that came, in one piece of any size.
    ///
    /// An empty array is the end of file: the peer has closed, or `close` was called. Errors are those of the connection.
    nonisolated(nonsending) func receive() async throws -> [UInt8]

    /// Writes all of the bytes, in one write where the kernel takes them.
    ///
    /// Asterisk spins on a command line that comes in two pieces (res_agi.c, the `fgets` loop of `run_agi`), so a command
    /// and its newline are always given in one call.
    nonisolated(nonsending) func send(_ bytes: [UInt8]) async throws

    /// Closes the connection at once; a second call does nothing.
    func close()
}
