import Foundation
import Logging
import Mail
import MenuFile
import PhoneNumbers
import Reception
import Records
import Sockets
import Speech

/// The parts of a server, opened one after another; each failure is one line.
enum Opening {
    /// Listens: on what systemd hands over, else on the addresses of the configuration.
    static func listeners(_ configuration: Configuration) throws(StartError) -> (EventLoopGroup, [Listener]) {
        let handed = try SystemdSockets.listener(ProcessInfo.processInfo.environment, limits(configuration))
        do throws(SocketError) {
            let group = try EventLoopGroup()
            if let handed { return (group, [handed]) }
            var listeners: [Listener] = []
            for text in configuration.listen {
                listeners.append(try Listener.bind(try Endpoint(text), limits: limits(configuration)))
            }
            return (group, listeners)
        } catch {
            if case .malformedEndpoint = error { throw .setting("listen: \(error)") }
            throw .listen("\(error)")
        }
    }

    static func limits(_ configuration: Configuration) -> SocketLimits {
        var limits = SocketLimits()
        limits.connections = configuration.connections
        limits.connectionsPerPeer = configuration.connectionsPerPeer
        limits.keepAlive = KeepAlive(noticing: .seconds(configuration.peerSilence))
        return limits
    }

    static func servers(
        _ configuration: Configuration, _ group: EventLoopGroup, _ listeners: [Listener], _ logger: Logger
    ) -> [Server] {
        let networks = configuration.allow.compactMap { try? Network($0) }
        let refusals = RefusalLog(logger)
        return listeners.map { listener in
            Server(
                listener, group: group, limits: limits(configuration),
                allows: { address in networks.contains { $0.contains(address.ip) } },
                onRefusal: { refusals.note($0) })
        }
    }

    static func folders(_ configuration: Configuration) throws(StartError) {
        for text in configuration.allow {
            do throws(SocketError) { _ = try Network(text) } catch { throw .setting("allow: \(error)") }
        }
        // Asterisk runs as a user of its own: it goes through the data to record messages, and reads the sounds.
        try make(configuration.data, mode: 0o751)
        try make(configuration.sounds, mode: 0o755)
        try make(messages(configuration), mode: 0o1733)
        _ = try? FileManager.default.setAttributes(
            [.posixPermissions: 0o1733], ofItemAtPath: messages(configuration))
    }

    /// Makes a folder that is missing; one that is there keeps the mode that somebody gave it.
    ///
    /// - Parameter mode: Whatever the umask says: with none everybody could put another database into the folder.
    private static func make(_ folder: String, mode: Int) throws(StartError) {
        let isThere = FileManager.default.fileExists(atPath: folder)
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
            if !isThere { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder) }
        } catch {
            throw .file("\(folder): the folder cannot be made: \(error.localizedDescription)")
        }
    }

    static func messages(_ configuration: Configuration) -> String { absolute(configuration.data) + "/messages" }

    static func database(_ configuration: Configuration) -> String {
        absolute(configuration.data) + "/attendant.sqlite"
    }

    static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

    static func records(_ configuration: Configuration, _ logger: Logger) throws(StartError) -> Records {
        do throws(RecordsError) {
            var limits = RecordsLimits()
            limits.callbacksPerNumber = configuration.callbacksPerNumber
            limits.callbacksPerHour = configuration.callbacksPerHour
            return try Records(file: database(configuration), limits: limits) { log($0, logger) }
        } catch {
            throw .records("\(error)")
        }
    }

    /// - Parameters:
    ///   - patience: how long a prompt is waited for; nil: as long as a caller may wait.
    ///   - logger: told when the process that speaks was lost.
    static func speech(
        _ configuration: Configuration, patience: Duration? = nil, logger: Logger? = nil
    ) throws(StartError) -> SpeechLibrary {
        var limits = SpeechLimits()
        if let patience { limits.patience = patience }
        limits.cacheBytes = configuration.cache << 20
        do {
            let library = try SpeechLibrary(
                sounds: absolute(configuration.sounds), menus: absolute(configuration.menus), limits: limits,
                defaults: { LanguagePack.pack(for: $0)?.voice ?? VoiceSettings() },
                synthesizer: SpeechProcess.engine(isApart: configuration.isSpeechApart, logger))
            if library.isLockedByAnother {
                logger?.warning("another process keeps the lock of the sounds: none is removed until it lets go")
            }
            return library
        } catch {
            throw .speech("\(error)")
        }
    }

    static func house(_ configuration: Configuration) -> House {
        House(
            inside: configuration.inside, outside: configuration.outside, country: configuration.country,
            timeZone: configuration.timezone.isEmpty ? TimeZone.current.identifier : configuration.timezone,
            messages: messages(configuration), ownNumbers: ownNumbers(configuration),
            environment: HouseEnvironment(configuration).values)
    }

    private static func ownNumbers(_ configuration: Configuration) -> Set<String> {
        Set(
            configuration.ownNumbers.compactMap { text in
                guard case .callable(let number) = NumberRules().read(text, country: configuration.country) else {
                    return nil
                }
                return number.e164
            })
    }
}
