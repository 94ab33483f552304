import FastAGI
import Reception

/// Channel variables and dialplan functions.
extension AGIPhone {
    /// A value that may hold anything, newlines too: those would pass for lines of Asterisk's own, so the value travels
    /// percent-encoded. An empty one is not encoded, for URIENCODE complains about it on Asterisk's console.
    func variable(_ name: String) async throws(PhoneError) -> String? {
        guard try await full("${LEN(${\(name)})}") != "0" else { return nil }
        guard let encoded = try await full("${URIENCODE(${\(name)})}"), !encoded.isEmpty else { return nil }
        return PercentText(encoded).text
    }

    /// One of Asterisk's own words, DIALSTATUS for instance: short and free of newlines.
    func word(_ name: String) async throws(PhoneError) -> String? {
        let reply = try await send(.getVariable(name: name))
        return reply.result == 1 ? reply.data : nil
    }

    private func full(_ expression: String) async throws(PhoneError) -> String? {
        let reply = try await send(.getFullVariable(expression: expression))
        return reply.result == 1 ? reply.data : nil
    }
}

/// A text that URIENCODE of Asterisk encoded.
struct PercentText {
    let text: String

    init(_ encoded: String) {
        var bytes: [UInt8] = []
        var rest = Array(encoded.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count > 1,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        // What is no UTF-8 becomes the replacement character: the value is a stranger's.
        text = String(decoding: bytes, as: UTF8.self)
    }
}
