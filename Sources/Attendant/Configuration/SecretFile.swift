import FastAGI
import Foundation

/// The secrets that Asterisk must prove to hold: a file with one in each line, so that a new one can be added before the
/// old one goes.
enum SecretFile {
    /// More is no file of secrets.
    static let byteLimit = 16_384

    /// The secrets of the setting `agi-secret-file`; none when it is empty.
    ///
    /// - Throws: `StartError.file` when the file cannot be read, may be read by everybody or holds no secret, or a line
    ///   that is none. The secrets themselves are never in the message.
    static func secrets(_ configuration: Configuration) throws(StartError) -> [SharedSecret] {
        let file = configuration.agiSecretFile
        guard !file.isEmpty else { return [] }
        try refuseIfOpen(file)
        let lines = try text(of: file).split(whereSeparator: \.isNewline)
        var secrets: [SharedSecret] = []
        for (index, line) in lines.enumerated() where !line.hasPrefix("#") {
            guard let secret = SharedSecret(line.trimmingCharacters(in: .whitespaces)) else {
                throw .file(
                    "\(file):\(index + 1): no secret; expected \(SharedSecret.minimumLength) to 200 letters, digits and "
                        + "signs but $ { } ( ) , \" and \\")
            }
            secrets.append(secret)
        }
        guard !secrets.isEmpty else { throw .file("\(file): holds no secret; expected one in each line") }
        return secrets
    }

    /// The secret that webhooks are signed with: the file's first line; nil when the setting is empty.
    ///
    /// - Throws: `StartError.file` as above.
    static func webhookSecret(_ configuration: Configuration) throws(StartError) -> [UInt8]? {
        let file = configuration.webhookSecretFile
        guard !file.isEmpty else { return nil }
        try refuseIfOpen(file)
        let line = try text(of: file).split(whereSeparator: \.isNewline).first ?? ""
        let secret = Array(line.trimmingCharacters(in: .whitespaces).utf8)
        guard secret.count >= 16 else {
            throw .file("\(file): holds no secret; expected one of 16 bytes or more in its first line")
        }
        return secret
    }

    private static func text(of file: String) throws(StartError) -> String {
        guard let handle = FileHandle(forReadingAtPath: file) else {
            throw .file("\(file): the file of secrets cannot be read")
        }
        defer { try? handle.close() }
        do {
            let data = try handle.read(upToCount: byteLimit + 1) ?? Data()
            guard data.count <= byteLimit, let text = String(data: data, encoding: .utf8) else {
                throw CocoaError(.fileReadCorruptFile)
            }
            return text
        } catch {
            throw .file("\(file): no file of secrets; expected lines of text, \(byteLimit) bytes at most")
        }
    }

    /// What everybody can read is no secret.
    private static func refuseIfOpen(_ file: String) throws(StartError) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        guard let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue, mode & 0o007 != 0 else { return }
        throw .file("\(file): everybody may read the secrets; expected a mode like 0640 (chmod o= \(file))")
    }
}
