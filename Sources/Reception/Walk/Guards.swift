/// The counters of one call behind `limits` (§3.1) and the rules that act once a call.
struct Guards {
    /// Steps run since the call began, or since the operator was tried because of a limit.
    var steps = 0
    /// Wrong menu keys and refused entries of the whole call.
    var mistakes = 0
    /// When the present allowance of time began, in `CallClock.uptime`.
    var since: Duration?
    /// Time spent talking, which does not count.
    var talked = Duration.zero
    /// A limit was reached already: the next one ends the call.
    var limitReached = false
    /// How often the operator led to the operator.
    var operatorAgain = 0
    /// `unanswered` was entered already.
    var unansweredUsed = false
    /// Commands that Asterisk refused, prompts that could not be made.
    var faults = 0
    /// What was achieved already, whatever happens afterwards: a talk, a request or a message that is durable.
    var achieved: CallOutcome?
    /// A request could not be stored: nothing written is offered a second time.
    var notStored = false
    /// Returns to the entry step when no menu is there to come back to.
    var topReturns = 0
}
