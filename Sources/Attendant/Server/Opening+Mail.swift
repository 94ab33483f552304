import Foundation
import Logging
import Mail
import MenuFile
import Reception
import Records
import Web

/// Mail and webhooks, as the configuration wants it.
extension Opening {
    static func outbox(
        _ configuration: Configuration, _ records: Records, _ clock: SystemClock, _ board: MenuBoard, _ gauges: Gauges,
        _ logger: Logger
    ) throws(StartError) -> OutboxWorker {
        let secret = try SecretFile.webhookSecret(configuration)
        do throws(MailError) {
            let sendmail = try Sendmail(command: configuration.mailcmd)
            let from = configuration.mailFrom.isEmpty ? nil : try MailAddress(configuration.mailFrom)
            let hooks = WebhookSender(web: HTTPClient(), secret: secret)
            return OutboxWorker(
                records: records, writer: MailWriter(from: from, host: ProcessInfo.processInfo.hostName),
                send: { mail throws(MailError) in try await sendmail.send(mail) },
                language: { staffLanguage($0, records, board) },
                post: { hook throws(WebhookError) in try await hooks.send(hook) },
                now: { clock.now },
                onEvent: { event in
                    gauges.told(event)
                    log(event, logger)
                })
        } catch {
            switch error {
            case .badCommand: throw .setting("mailcmd: \(error)")
            default: throw .setting("mail-from: \(error)")
            }
        }
    }

    /// The first language of the menu that something came from; English where that is not known any more.
    private static func staffLanguage(
        _ subject: OutboxItem.Subject, _ records: Records, _ board: MenuBoard
    ) -> String {
        let menu: String? =
            switch subject {
            case .callback(let row): row.menu
            case .message(let row): (try? records.reader.call(row.call))?.row.menu
            }
        return menu.flatMap { board.version($0)?.document.languages.first } ?? "en"
    }

    private static func log(_ event: OutboxWorker.Event, _ logger: Logger) {
        switch event {
        case .sent(let id, let call, let attempt):
            logger.info("told", metadata: ["call": "\(call)", "outbox": "\(id)", "attempt": "\(attempt)"])
        case .failed(let id, let call, let attempt, let words, let retryAt?):
            logger.warning(
                "not told; it will be tried again",
                metadata: [
                    "call": "\(call)", "outbox": "\(id)", "attempt": "\(attempt)", "why": "\(words)",
                    "at": "\(retryAt)",
                ])
        case .failed(let id, let call, let attempt, let words, nil):
            logger.error(
                "not told; given up",
                metadata: ["call": "\(call)", "outbox": "\(id)", "attempt": "\(attempt)", "why": "\(words)"])
        case .recordsFailed(let words):
            logger.error("the outbox cannot be read", metadata: ["why": "\(words)"])
        }
    }

    /// What the log says of the records.
    static func log(_ trouble: RecordsTrouble, _ logger: Logger) {
        switch trouble {
        case .resumed: logger.notice("records are written again")
        case .failing(let words, let queued):
            logger.error("records cannot be written", metadata: ["why": "\(words)", "queued": "\(queued)"])
        case .dropped(let steps, let calls):
            logger.error(
                "records dropped: their queue is full", metadata: ["steps": "\(steps)", "calls": "\(calls)"])
        case .withdrawn(let count):
            logger.error("callbacks cancelled that became durable too late", metadata: ["count": "\(count)"])
        case .switchesNotRead(let words):
            logger.error(
                "notices and hour switches cannot be read: the last ones count", metadata: ["why": "\(words)"])
        case .rowRefused(let words): logger.warning("record left out", metadata: ["why": "\(words)"])
        case .putBack(let file):
            logger.error("records removed while in use: written anew, nothing is lost", metadata: ["file": "\(file)"])
        }
    }
}
