import Logging
import Records

struct Mailer {}
struct OutboxWorker: Sendable {
    init(records: Records, mailer: Mailer, logger: Logger) {}
    func run() async {}
}
extension Opening { static func mailer(_ configuration: Configuration) -> Mailer { Mailer() } }
