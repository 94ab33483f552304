/// What `SET` changes of the channel.
public enum Setting: Sendable, Hashable {
    /// `SET AUTOHANGUP`: the call ends after this time; nil takes it back.
    case autoHangup(Duration?)
    /// `SET CALLERID`: name and number shown to whom the channel calls.
    case callerID(CallerID)
    /// `SET CONTEXT`: where the dialplan goes on after the AGI. Set the priority, too.
    case context(String)
    /// `SET EXTENSION`: where the dialplan goes on after the AGI. Set the priority, too.
    case `extension`(String)
    /// `SET MUSIC`: music on hold, of the class named or of the channel's own.
    case music(Music)
    /// `SET PRIORITY`: where the dialplan goes on after the AGI.
    case priority(DialplanPriority)
    /// `SET VARIABLE`: a channel variable, or a dialplan function that can be written.
    case variable(name: String, value: String)

    /// Music on hold.
    public enum Music: Sendable, Hashable {
        /// Begins it; nil is the channel's own class.
        case on(class: String? = nil)
        /// Ends it.
        case off
    }
}
