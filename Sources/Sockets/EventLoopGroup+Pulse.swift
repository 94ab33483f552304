extension EventLoopGroup {
    /// Returns when every loop has taken up a piece of work: none of them hangs. Not cancelled with its task, for a loop
    /// that hangs is one that never answers.
    public func pulse() async {
        for loop in loops {
            await withCheckedContinuation { continuation in loop.execute { continuation.resume() } }
        }
    }
}
