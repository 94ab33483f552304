/// The 520 reply to a command with wrong arguments.
enum Usage {
    /// The block for a command, or the one line of an Asterisk without documentation.
    static func reply(to verb: Verb, documented: Bool) -> Outcome {
        guard documented else {
            return Outcome(lines: ["520 Invalid command syntax.  Proper usage not available."])
        }
        return Outcome(
            lines: ["520-Invalid command syntax.  Proper usage follows:"] + text(verb) + ["520 End of proper usage."])
    }

    /// What stands between: recorded from Asterisk 22.10 for two commands, else the bare form of the command.
    private static func text(_ verb: Verb) -> [String] {
        switch verb {
        case .streamFile: streamFile
        case .sayDigits: sayDigits
        default: ["Usage: \(verb.rawValue)"]
        }
    }

    private static let streamFile = [
        "Send the given file, allowing playback to be interrupted by the given digits, if any. Returns "
            + "<literal>0</literal> if playback completes without a digit being pressed, or the ASCII numerical value of "
            + "the digit if one was pressed, or <literal>-1</literal> on error or if the channel was disconnected. If "
            + "musiconhold is playing before calling stream file it will be automatically stopped and will not be "
            + "restarted after completion.",
        "It sets the following channel variables upon completion:",
        "<variable>PLAYBACKSTATUS</variable>: The status of the playback attempt as a text string.",
        "    <value>SUCCESS</value>",
        "    <value>FAILED</value>",
    ]

    private static let sayDigits = [
        "Say a given digit string, returning early if any of the given DTMF digits are received on the channel. Returns "
            + "<literal>0</literal> if playback completes without a digit being pressed, or the ASCII numerical value of "
            + "the digit if one was pressed or <literal>-1</literal> on error/hangup."
    ]
}
