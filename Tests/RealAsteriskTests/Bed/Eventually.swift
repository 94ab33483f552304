/// Looks every 20 ms whether something has come, and fails when it has not in time. What is waited for here are files
/// that another process writes, so there is nothing to be woken by.
@discardableResult
func eventually<Value>(
    _ what: String, within limit: Duration, isolation: isolated (any Actor)? = #isolation,
    _ look: () async throws -> Value?
) async throws -> Value {
    let clock = ContinuousClock()
    let end = clock.now + limit
    while true {
        if let value = try await look() { return value }
        guard clock.now < end else { throw BedError.tooLate(what: what, seconds: limit / .seconds(1)) }
        try await Task.sleep(for: .milliseconds(20))
    }
}
