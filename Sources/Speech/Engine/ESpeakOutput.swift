/// What eSpeak NG has spoken so far.
struct ESpeakOutput {
    /// The samples, in order.
    private(set) var samples: [Int16] = []
    /// Whether more came than may.
    private(set) var isOver = false
    private let limit: Int

    /// An output that takes so many samples.
    init(limit: Int = 0) {
        self.limit = limit
    }

    /// Takes a buffer of the callback, which is nil at the end of a text; false stops the engine.
    mutating func take(_ buffer: UnsafePointer<Int16>?, count: Int) -> Bool {
        guard let buffer, count > 0 else { return !isOver }
        guard samples.count + count <= limit else {
            isOver = true
            return false
        }
        samples.append(contentsOf: UnsafeBufferPointer(start: buffer, count: count))
        return true
    }
}
