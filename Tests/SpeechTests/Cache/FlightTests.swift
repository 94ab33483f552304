import Reception
import Testing

@testable import Speech

@Suite struct FlightTests {
    private let made = Flight.Made(path: "/sounds/x", length: .seconds(1))

    @Test("tells everybody who waits, and those who come later")
    func everybody() async {
        let flight = Flight()
        let outcomes = await withTaskGroup(of: Flight.Outcome?.self) { group in
            for _ in 0..<10 { group.addTask { await flight.outcome() } }
            group.addTask {
                flight.land(.success(self.made))
                return .success(self.made)
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count == 11 && outcomes.allSatisfy { (try? $0?.get()) == made })
        #expect((try? await flight.outcome()?.get()) == made)
        #expect(flight.stage == .landed)
    }

    @Test("lets go one who is cancelled, and nobody else")
    func cancelled() async {
        let flight = Flight()
        async let patient = flight.outcome()
        let impatient = Task { await flight.outcome() }
        impatient.cancel()
        #expect(await impatient.value == nil)
        flight.land(.failure(.synthesis("x")))
        #expect(await patient == .failure(.synthesis("x")))
    }
}
