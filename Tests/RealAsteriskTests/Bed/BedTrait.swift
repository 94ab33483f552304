import Testing

/// Starts an Asterisk before the first test of a suite and stops it after the last.
struct BedTrait: SuiteTrait, TestScoping {
    let isRecursive = false

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let bed = try await Bed.start()
        do {
            try await Bed.$running.withValue(bed) { try await function() }
        } catch {
            try? await bed.stop()
            throw error
        }
        try await bed.stop()
    }
}

extension Trait where Self == BedTrait {
    /// The suite needs a real Asterisk; its tests find it in ``Bed/current``.
    static var onTheBed: BedTrait { BedTrait() }
}
