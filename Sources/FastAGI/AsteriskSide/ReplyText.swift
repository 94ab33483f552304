/// The lines Asterisk writes, each with its newline, for a program that plays Asterisk's part.
///
/// Texts are written as they are, as Asterisk does: a value may hold brackets, quotes and newlines.
public enum ReplyText {
    /// `HANGUP`, which may come at any moment.
    public static let hangup = "HANGUP\n"

    /// `100 result=0 Trying...`, which comes before the reply to GOSUB.
    public static let trying = "100 result=0 Trying...\n"

    /// The reply to a command that does not exist.
    public static let unknownCommand = "510 Invalid or unknown command\n"

    /// The reply to a command that needs a living channel.
    public static let deadChannel = "511 Command Not Permitted on a dead channel or intercept routine\n"

    /// The reply to GOSUB when memory is short.
    public static let outOfMemory = "503 result=-2 Memory allocation failure\n"

    /// `200 result=VALUE (DATA) endpos=N`, each of the last two only when given.
    public static func result(_ value: String, data: String? = nil, endpos: Int? = nil) -> String {
        var line = "200 result=\(value)"
        if let data { line += " (\(data))" }
        if let endpos { line += " endpos=\(endpos)" }
        return line + "\n"
    }

    /// `200 result=NUMBER (DATA) endpos=N`, each of the last two only when given.
    public static func result(_ number: Int, data: String? = nil, endpos: Int? = nil) -> String {
        result(String(number), data: data, endpos: endpos)
    }

    /// `200 result=N Gosub complete`, with `(abnormal exit)` when the subroutine did not return by itself.
    public static func gosubComplete(_ number: Int = 0, abnormalExit: Bool = false) -> String {
        "200 result=\(number) Gosub complete\(abnormalExit ? " (abnormal exit)" : "")\n"
    }

    /// The reply to GOSUB when there is no such place in the dialplan.
    public static let gosubLabelNotFound = "200 result=-1 Gosub label not found\n"

    /// The reply to wrong arguments: a block around the command's usage, or one line when Asterisk has none to tell.
    public static func usage(_ usage: String?) -> String {
        guard let usage, !usage.isEmpty else {
            return "520 Invalid command syntax.  Proper usage not available.\n"
        }
        return "520-Invalid command syntax.  Proper usage follows:\n\(usage)\n520 End of proper usage.\n"
    }
}
