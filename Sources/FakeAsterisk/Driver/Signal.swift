/// What wakes a driver.
enum Signal: Sendable {
    case bytes([UInt8])
    case closed
    case act(LiveAct)
    case timer
}
