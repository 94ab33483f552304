/// What wakes a driver.
enum Signal: Sendable {
    case bytes([UInt8])
    case closed
    /// The server has sent more than it may.
    case overrun
    case act(LiveAct)
    case timer
}
