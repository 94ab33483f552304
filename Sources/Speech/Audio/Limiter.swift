/// Makes samples louder without letting them reach full scale.
enum Limiter {
    /// The highest peak: −1.2 dBFS, so that rounding and µ-law stay under −1 dBFS.
    static let ceiling: Float = 0.871
    /// How long before and after a peak the gain moves: slow enough not to be heard as a crackle.
    private static let millisecondsAround = 6

    /// The samples times a gain. Where that passes the ceiling, the gain is lowered smoothly around the peak.
    static func amplify(_ samples: [Float], by gain: Float, rate: Int) -> [Float] {
        let amplified = samples.map { $0 * gain }
        guard amplified.contains(where: { abs($0) > ceiling }) else { return amplified }
        let reach = rate * millisecondsAround / 1000
        let needed = amplified.map { min(1, ceiling / max(abs($0), .leastNormalMagnitude)) }
        let gains = smoothed(lowest(needed, reach: reach), reach: reach)
        return zip(amplified, gains).map { $0 * $1 }
    }

    /// The lowest value within `reach` on either side of each.
    private static func lowest(_ values: [Float], reach: Int) -> [Float] {
        var result = [Float](repeating: 1, count: values.count)
        for (index, value) in values.enumerated() where value < 1 {
            for place in max(0, index - reach)...min(values.count - 1, index + reach) {
                result[place] = min(result[place], value)
            }
        }
        return result
    }

    /// The mean over `reach` on either side: of lowest values, so never above what a peak needs.
    private static func smoothed(_ values: [Float], reach: Int) -> [Float] {
        guard let first = values.first, let last = values.last else { return [] }
        let width = Float(2 * reach + 1)
        var sum = Double(first) * Double(reach)
        for place in 0...reach { sum += Double(place < values.count ? values[place] : last) }
        return values.indices.map { index in
            let mean = Float(sum / Double(width))
            let entering = index + reach + 1
            let leaving = index - reach
            sum += Double(entering < values.count ? values[entering] : last)
            sum -= Double(leaving >= 0 ? values[leaving] : first)
            return min(mean, 1)
        }
    }
}
