/// What a descriptor is ready for.
struct Readiness: OptionSet {
    let rawValue: UInt8

    static let readable = Readiness(rawValue: 1)
    static let writable = Readiness(rawValue: 2)
    /// The peer has closed or broken off: read until the end shows, for no further notice will come.
    static let ended = Readiness(rawValue: 4)
}
