/// One thing that happened in a call, for its timeline. Sensitive values are ••• before they come here.
public struct CallMoment: Sendable, Equatable {
    /// The call.
    public var call: String
    /// From 0, in the order in which they were noted; a key is noted when it is taken, `at` tells when it was pressed.
    public var order: Int
    /// Since the call began.
    public var at: Duration
    /// The place in the menu file of the step that ran, "start.menu.1".
    public var step: String
    /// What kind of thing.
    public var kind: Kind
    /// It in words, for people; of a prompt what was said, of a key the key.
    public var text: String
    /// It in numbers and names, for programs.
    public var details: Details

    /// The kinds of things; a later release may know more.
    public enum Kind: String, Sendable, CaseIterable {
        /// The call began: what it brought with it.
        case began
        /// What the channel's variables held.
        case channel
        /// The line said something.
        case prompt
        /// The caller pressed a key.
        case key
        /// The line waited for a key in vain.
        case silence
        /// The walk went one way and not another, and why.
        case decision
        /// A notice was told.
        case notice
        /// A web service was asked.
        case web
        /// Telephones rang.
        case ring
        /// The caller waited in a queue.
        case queue
        /// The caller spoke into a recording.
        case recorded
        /// A message was kept.
        case voicemail
        /// A request to be called back was noted.
        case callback
        /// The dialplan of Asterisk ran.
        case dialplan
        /// Something of ours or Asterisk's failed.
        case fault
        /// The call ended.
        case ended
    }

    /// A moment.
    public init(
        call: String, order: Int, at: Duration, step: String, kind: Kind, text: String, details: Details = Details()
    ) {
        self.call = call
        self.order = order
        self.at = at
        self.step = step
        self.kind = kind
        self.text = text
        self.details = details
    }
}
