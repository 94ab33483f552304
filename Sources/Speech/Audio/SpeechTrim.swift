/// Cuts off the silence that a speech engine puts around a text, so that a pause is as long as it was asked to be.
enum SpeechTrim {
    /// Softer is silence: −46 dBFS of what eSpeak NG speaks at normal volume, which is about −50 dBFS after levelling.
    private static let threshold = 164
    /// What stays in front of the first sound, and behind the last one while it dies away.
    private static let before = 4, after = 12
    /// How long the cut ends fade.
    private static let fade = 3

    /// The sounding part of some samples, full scale ±1; empty when there is none.
    static func sounding(_ samples: [Int16], rate: Int) -> [Float] {
        guard let first = samples.firstIndex(where: isSound), let last = samples.lastIndex(where: isSound) else {
            return []
        }
        let start = max(0, first - rate * before / 1000)
        let end = min(samples.count, last + 1 + rate * after / 1000)
        var part = samples[start..<end].map { Float($0) / 32768 }
        let length = min(rate * fade / 1000, part.count / 2)
        for index in 0..<length {
            let factor = Float(index) / Float(length)
            part[index] *= factor
            part[part.count - 1 - index] *= factor
        }
        return part
    }

    private static func isSound(_ sample: Int16) -> Bool {
        abs(Int(sample)) >= threshold
    }
}
