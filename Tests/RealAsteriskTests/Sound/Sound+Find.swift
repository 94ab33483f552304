import Foundation

extension Sound {
    /// Where another sound is in this one.
    struct Place: Equatable {
        /// Seconds from the beginning of this sound; negative where the other began before it.
        let at: Double
        /// 1 where the loudness goes up and down exactly alike, around 0 where they have nothing in common.
        let likeness: Double
    }

    /// Finds a prompt in a recording by its loudness over time, which survives another sample rate, a codec and a new
    /// level, none of which is what is asked here.
    ///
    /// - Parameter least: how much of the prompt must lie inside the recording, in seconds; a caller who presses a key
    ///   hears only its beginning.
    /// - Returns: the best place, or `nil` where one of both is too short or all silence.
    func find(_ prompt: Sound, least: Double = 1) -> Place? {
        let here = loudness
        let there = prompt.loudness
        let needed = min(there.count, max(1, Int(least / Self.frameSeconds)))
        guard here.count >= needed, needed > 1 else { return nil }
        var best: Place?
        for offset in 0...(here.count - needed) {
            let count = min(there.count, here.count - offset)
            let likeness = Self.correlation(here[offset..<offset + count], there[0..<count])
            if let likeness, likeness > best?.likeness ?? 0 {
                best = Place(at: Double(offset) * Self.frameSeconds, likeness: likeness)
            }
        }
        return best
    }

    /// How many seconds of a prompt, from its beginning, are heard in a recording from a moment on: up to the first of
    /// its audible frames after which most of the next ones (0.3 s of sound) are not there.
    func seconds(of prompt: Sound, from start: Double) -> Double {
        let here = Array(loudness.dropFirst(Int((start / Self.frameSeconds).rounded())))
        let there = prompt.loudness
        let audible = there.indices.filter { there[$0] > Self.audible }
        let missing = audible.map { $0 >= here.count || abs(here[$0] - there[$0]) > 12 }
        for (order, frame) in audible.enumerated() where missing[order] {
            let next = missing[order..<min(missing.count, order + 15)]
            if next.count(where: { $0 }) * 4 > next.count * 3 { return Double(frame) * Self.frameSeconds }
        }
        return prompt.seconds
    }

    /// The frames' levels, cut off at the level below which nothing is heard.
    private var loudness: [Double] { levels.map { max($0, Self.audible) } }

    private static func correlation(_ a: ArraySlice<Double>, _ b: ArraySlice<Double>) -> Double? {
        let count = Double(a.count)
        let meanA = a.reduce(0, +) / count
        let meanB = b.reduce(0, +) / count
        var both = 0.0
        var onlyA = 0.0
        var onlyB = 0.0
        for (x, y) in zip(a, b) {
            both += (x - meanA) * (y - meanB)
            onlyA += (x - meanA) * (x - meanA)
            onlyB += (y - meanB) * (y - meanB)
        }
        guard onlyA > 0, onlyB > 0 else { return nil }
        return both / (onlyA * onlyB).squareRoot()
    }
}
