import Foundation
import Logging
import Mail
import Records

/// Mail, as the configuration wants it.
extension Opening {
    static func outbox(
        _ configuration: Configuration, _ records: Records, _ logger: Logger
    ) throws(StartError) -> OutboxWorker {
        do throws(MailError) {
            let sendmail = try Sendmail(command: configuration.mailcmd)
            let from = configuration.mailFrom.isEmpty ? nil : try MailAddress(configuration.mailFrom)
            return OutboxWorker(
                records: records, writer: MailWriter(from: from, host: ProcessInfo.processInfo.hostName),
                send: { mail throws(MailError) in try await sendmail.send(mail) }, onEvent: { log($0, logger) })
        } catch {
            switch error {
            case .badCommand: throw .setting("mailcmd: \(error)")
            default: throw .setting("mail-from: \(error)")
            }
        }
    }

    private static func log(_ event: OutboxWorker.Event, _ logger: Logger) {
        switch event {
        case .sent(let id, let attempt):
            logger.info("mail sent", metadata: ["outbox": "\(id)", "attempt": "\(attempt)"])
        case .failed(let id, let attempt, let words, let retryAt?):
            logger.warning(
                "mail will be tried again",
                metadata: ["outbox": "\(id)", "attempt": "\(attempt)", "why": "\(words)", "at": "\(retryAt)"])
        case .failed(let id, let attempt, let words, nil):
            logger.error(
                "mail given up", metadata: ["outbox": "\(id)", "attempt": "\(attempt)", "why": "\(words)"])
        case .recordsFailed(let words):
            logger.error("the outbox cannot be read", metadata: ["why": "\(words)"])
        }
    }

    /// What the log says of the records.
    static func log(_ trouble: RecordsTrouble, _ logger: Logger) {
        switch trouble {
        case .resumed: logger.notice("\(trouble)")
        case .failing, .dropped, .withdrawn, .switchesNotRead: logger.error("\(trouble)")
        case .rowRefused: logger.warning("\(trouble)")
        }
    }
}
