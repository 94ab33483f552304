/// Variables and dialplan functions by the name a server gives: `NAME` or `FUNCTION(arguments)`.
enum DialplanFunctions {
    /// The value; nil for a variable that was never set and for a function that is not there.
    static func read(_ name: String, on channel: ChannelState, at now: Duration) -> String? {
        if let fixed = channel.world.functions[name] { return fixed }
        guard name.hasSuffix(")"), let open = name.firstIndex(of: "(") else {
            return builtIn(name, on: channel, at: now) ?? channel.variables[name]
        }
        let arguments = String(name[name.index(after: open)...].dropLast())
        let function = name[..<open].uppercased()
        return ofChannel(function, arguments, on: channel) ?? TextFunctions.read(function, arguments)
    }

    /// Sets a variable, or what a function names; one that is not there is not set, and nobody is told.
    static func write(_ name: String, _ value: String, on channel: inout ChannelState) {
        switch name.lowercased() {
        case "callerid(name)": channel.identity.name = value.isEmpty ? nil : value
        case "callerid(num)", "callerid(number)": channel.identity.number = value.isEmpty ? nil : value
        case "callerid(all)": channel.identity.parse(value)
        case "callerid(pres)": channel.world.functions["CALLERID(pres)"] = value
        case "channel(language)": channel.language = value
        case let lowered where lowered.hasPrefix("db(") && lowered.hasSuffix(")"):
            channel.world.database[String(name.dropFirst(3).dropLast())] = value
        case let lowered where lowered.hasSuffix(")") && lowered.contains("("):
            channel.world.functions[name] = value
        default: channel.variables.set(name, to: value)
        }
    }

    private static func builtIn(_ name: String, on channel: ChannelState, at now: Duration) -> String? {
        switch name {
        case "EPOCH": "\(Int64(channel.world.epoch) + now.wholeSeconds)"
        case "CHANNEL": channel.call.channel
        case "UNIQUEID": channel.call.uniqueID
        case "CONTEXT": channel.place.context
        case "EXTEN": channel.place.extension
        case "PRIORITY": channel.place.priority
        default: nil
        }
    }

    private static func ofChannel(_ function: String, _ arguments: String, on channel: ChannelState) -> String? {
        switch function {
        case "CALLERID": callerID(arguments.lowercased(), on: channel)
        case "CHANNEL": ofChannel(arguments.lowercased(), on: channel)
        case "DEVICE_STATE": channel.world.deviceStates[arguments] ?? channel.world.telephone(arguments).deviceState
        case "QUEUE_EXISTS": channel.world.queue(arguments) == nil ? "0" : "1"
        case "QUEUE_WAITING_COUNT": "\(channel.world.queue(arguments)?.waiting ?? 0)"
        case "QUEUE_VARIABLES": channel.world.queue(arguments)?.holdTime == nil ? "-1" : "0"
        case "DIALPLAN_EXISTS": channel.world.places?.contains(arguments) ?? true ? "1" : "0"
        case "IFMODULE": channel.world.modules.contains(arguments) ? "1" : "0"
        case "DB": channel.world.database[arguments] ?? ""
        case "DB_EXISTS": channel.world.database[arguments] == nil ? "0" : "1"
        case "MAILBOX_EXISTS", "VM_INFO": channel.world.mailboxes[arguments] == nil ? "0" : "1"
        default: nil
        }
    }

    private static func callerID(_ part: String, on channel: ChannelState) -> String {
        switch part {
        case "num", "number": channel.identity.number ?? ""
        case "name": channel.identity.name ?? ""
        case "all": channel.identity.all
        case "dnid": channel.call.dialled ?? ""
        case "rdnis": channel.call.redirecting ?? ""
        case "ani": channel.call.number ?? ""
        default: ""
        }
    }

    private static func ofChannel(_ part: String, on channel: ChannelState) -> String {
        switch part {
        case "state": channel.line.word
        case "language": channel.language
        case "name": channel.call.channel
        case "uniqueid": channel.call.uniqueID
        case "channeltype": channel.call.channel.split(separator: "/").first.map(String.init) ?? ""
        case "accountcode": channel.call.accountCode
        case "context": channel.place.context
        case "exten": channel.place.extension
        default: ""
        }
    }
}
