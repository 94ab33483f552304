internal import Reception

/// A row that is written off the call's path. Boxed, so that queues of them move pointers.
indirect enum CallEvent: Sendable, Equatable {
    case started(CallStart)
    case stepped(StepRecord)
    case happened(CallMoment)
    case ended(CallEnd)
    /// A message whose caller no longer waits for the commit; it is not lost for that.
    case left(MessageRecord)

    /// Whether it may be dropped when there is no room: a call is known without one of its steps.
    var isStep: Bool {
        switch self {
        case .stepped, .happened: true
        case .started, .ended, .left: false
        }
    }
}
