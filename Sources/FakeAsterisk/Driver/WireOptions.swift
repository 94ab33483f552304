/// How what Asterisk says reaches the server, faults included.
public struct WireOptions: Sendable, Hashable {
    /// Sends pieces of at most so many bytes, one write each; nil: a line is a write, as Asterisk does it.
    public var pieceBytes: Int?
    /// Sends all lines that are ready in one write. It saves work under load.
    public var joinsLines: Bool
    /// Closes the connection when so many bytes have been sent, in the middle of a line or not.
    public var cutAfterBytes: Int?
    /// The caller hangs up when so many bytes have been sent.
    public var hangUpAfterBytes: Int?

    /// A wire without faults.
    public init(
        pieceBytes: Int? = nil, joinsLines: Bool = false, cutAfterBytes: Int? = nil, hangUpAfterBytes: Int? = nil
    ) {
        self.pieceBytes = pieceBytes
        self.joinsLines = joinsLines
        self.cutAfterBytes = cutAfterBytes
        self.hangUpAfterBytes = hangUpAfterBytes
    }
}
