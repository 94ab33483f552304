import Foundation

/// Mono sound in memory: what a caller heard, or what a prompt's file holds.
struct Sound: Equatable {
    /// Samples a second.
    let rate: Int
    let samples: [Int16]

    var seconds: Double { Double(samples.count) / Double(rate) }

    /// The part between two moments, in seconds; what lies outside the sound is left out.
    func part(from: Double, to: Double = .infinity) -> Sound {
        let first = min(samples.count, max(0, Int(from * Double(rate))))
        let last = min(samples.count, max(first, to == .infinity ? samples.count : Int(to * Double(rate))))
        return Sound(rate: rate, samples: Array(samples[first..<last]))
    }
}
