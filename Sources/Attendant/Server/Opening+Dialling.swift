import Foundation
import Logging
import Reception
import Records

/// Calling back, as the configuration wants it.
extension Opening {
    /// What calls back by itself; nil when nothing does, and the log says why.
    static func dialler(
        _ configuration: Configuration, _ records: Records, _ board: MenuBoard, _ services: Services,
        _ house: House, _ listening: String?, _ logger: Logger
    ) -> CallbackDialler? {
        do throws(CallStartError) {
            guard configuration.callbacksAtOnce > 0 else {
                throw CallStartError(words: "callbacks-at-once is 0")
            }
            let ringer = AgentRinger(
                records: records, starter: try starter(configuration), clock: ContinuousClock(),
                now: { services.clock.now }, address: agiAddress(configuration, listening: listening))
            return CallbackDialler(
                records: records, board: board, ringer: ringer, library: services.prompts, house: house,
                numbers: services.numbers, atOnce: configuration.callbacksAtOnce, logger: logger)
        } catch {
            logger.notice("nobody is called back by itself", metadata: ["why": "\(error)"])
            return nil
        }
    }

    /// - Throws: `CallStartError` when there is no spool, or it cannot be used.
    static func starter(_ configuration: Configuration) throws(CallStartError) -> any CallStarter {
        guard !configuration.spool.isEmpty else {
            throw CallStartError(words: "spool is not set; expected Asterisk's folder, as /var/spool/asterisk/outgoing")
        }
        return try CallSpool(folder: configuration.spool)
    }

    /// Where Asterisk reaches the server. Who listens everywhere is reached on the machine itself.
    static func agiAddress(_ configuration: Configuration, listening: String? = nil) -> String {
        guard configuration.agiAddress.isEmpty else { return configuration.agiAddress }
        let address = listening ?? configuration.listen.first ?? "127.0.0.1:4573"
        for (everywhere, here) in [("0.0.0.0:", "127.0.0.1:"), ("[::]:", "[::1]:")]
        where address.hasPrefix(everywhere) {
            return here + address.dropFirst(everywhere.count)
        }
        return address
    }
}
