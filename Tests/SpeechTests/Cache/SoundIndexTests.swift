import Testing

@testable import Speech

@Suite struct SoundIndexTests {
    private func key(_ number: Int) -> SoundKey { SHA256.digest([UInt8(number)]) }

    /// Sounds of 44 + 6 × 1,000 bytes each, the first the oldest.
    private func index(sounds: Int, keep: Int, grace: Duration = .zero, waiting: Int = 10) -> SoundIndex {
        var limits = SpeechLimits()
        limits.cacheBytes = keep * 6044
        limits.grace = grace
        limits.waiting = waiting
        var found: [SoundKey: SoundFolder.Entry] = [:]
        for number in 0..<sounds { found[key(number)] = SoundFolder.Entry(narrowCount: 1000, modified: number) }
        return SoundIndex(found, limits: limits)
    }

    @Test("counts bytes as sounds come and go")
    func bytes() {
        let index = index(sounds: 3, keep: 10)
        #expect(index.bytes == 3 * 6044)
        index.add(SoundFolder.Entry(narrowCount: 1000, modified: 0), as: key(9))
        index.add(SoundFolder.Entry(narrowCount: 500, modified: 0), as: key(9))
        #expect(index.bytes == 3 * 6044 + 3044)
        index.forget(key(9))
        index.forget(key(9))
        #expect(index.bytes == 3 * 6044 && index.count == 3)
    }

    @Test("removes the least recently used, until a tenth is free")
    func leastRecent() {
        let index = index(sounds: 21, keep: 20)
        _ = index.use(key(0))
        #expect(Set(index.prune()) == [key(1), key(2), key(3)])
        #expect(index.use(key(0)) != nil)
        #expect(index.prune().isEmpty)
    }

    @Test("keeps what a loaded menu needs, until it is let go by every version")
    func pins() {
        let index = index(sounds: 10, keep: 2)
        index.pin([key(0), key(1)], for: "clinic 1")
        index.pin([key(1)], for: "clinic 2")
        let removed = Set(index.prune())
        #expect(removed == Set((2..<10).map(key)))
        index.unpin("clinic 1")
        index.add(SoundFolder.Entry(narrowCount: 1000, modified: 0), as: key(11))
        #expect(index.prune() == [key(0), key(11)])
        #expect(index.use(key(1)) != nil)
    }

    @Test("keeps what was used a moment ago")
    func grace() {
        let index = index(sounds: 4, keep: 1, grace: .seconds(3600))
        _ = index.use(key(0))
        #expect(Set(index.prune()) == [key(1), key(2), key(3)])
    }

    @Test("shares one flight among all who ask, and refuses when too many are under way")
    func flights() throws {
        let index = index(sounds: 0, keep: 1, waiting: 2)
        guard case .start(let flight) = index.request(key(1)) else { throw Unexpected() }
        guard case .underWay(let same) = index.request(key(1)) else { throw Unexpected() }
        #expect(flight === same)
        guard case .start(let other) = index.request(key(2)) else { throw Unexpected() }
        #expect(index.requestApart() == nil)
        guard case .full = index.request(key(3)) else { throw Unexpected() }
        index.land(flight, with: SoundFolder.Entry(narrowCount: 1, modified: 0))
        guard case .ready = index.request(key(1)) else { throw Unexpected() }
        index.land(other)
        guard case .start = index.request(key(2)) else { throw Unexpected() }
    }

    private struct Unexpected: Error {}
}
