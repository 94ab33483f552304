/// One search: for a part and a place, all places at which a match of the part can end, as bits.
///
/// What was found is kept, so that no part is looked at twice for one place.
struct EntryPatternSearch {
    private let parts: [EntryPattern.Part]
    private let entry: [Unicode.Scalar]
    private var known: [UInt64?]

    init(_ parts: [EntryPattern.Part], _ entry: [Unicode.Scalar]) {
        self.parts = parts
        self.entry = entry
        known = Array(repeating: nil, count: parts.count * (entry.count + 1))
    }

    mutating func ends(of part: Int, from place: Int) -> UInt64 {
        let slot = part * (entry.count + 1) + place
        if let found = known[slot] { return found }
        let found = look(parts[part], place)
        known[slot] = found
        return found
    }

    private mutating func look(_ part: EntryPattern.Part, _ place: Int) -> UInt64 {
        let here: UInt64 = 1 << place
        switch part {
        case .character(let set): return place < entry.count && set.contains(entry[place]) ? here << 1 : 0
        case .edge(let isEnd): return place == (isEnd ? entry.count : 0) ? here : 0
        case .ahead(let inner, let isNegated): return (ends(of: inner, from: place) != 0) != isNegated ? here : 0
        case .choice(let inner):
            var found: UInt64 = 0
            for part in inner { found |= ends(of: part, from: place) }
            return found
        case .sequence(let inner):
            var found = here
            for part in inner { found = step(part, from: found) }
            return found
        case .repeated(let inner, let least, let most): return repeated(inner, least, most, from: here)
        }
    }

    private mutating func repeated(_ part: Int, _ least: Int, _ most: Int?, from start: UInt64) -> UInt64 {
        var found = start
        for _ in 0..<least {
            let next = step(part, from: found)
            // Nothing moves any more: further turns change nothing.
            if next == found { break }
            found = next
        }
        var fresh = found
        var turns = most.map { $0 - least } ?? Int.max
        while fresh != 0, turns > 0 {
            fresh = step(part, from: fresh) & ~found
            found |= fresh
            turns -= 1
        }
        return found
    }

    /// The ends from any of several places.
    private mutating func step(_ part: Int, from places: UInt64) -> UInt64 {
        var left = places
        var found: UInt64 = 0
        while left != 0 {
            found |= ends(of: part, from: left.trailingZeroBitCount)
            left &= left - 1
        }
        return found
    }
}
