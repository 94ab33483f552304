import Logging
import Records

extension Opening {
    /// What the log says of what time did to the records.
    static func log(_ event: RecordsHousekeeper.Event, _ logger: Logger) {
        switch event {
        case .removed(let forgotten):
            let rows = forgotten.rows.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
            logger.info(
                "old records removed",
                metadata: ["rows": "\(rows.joined(separator: ", "))", "files": "\(forgotten.files)"])
            if !forgotten.stuck.isEmpty {
                logger.error("old sound files cannot be removed", metadata: ["files": "\(forgotten.stuck)"])
            }
        case .lost(let count):
            logger.warning("calls closed that a killed server had left open", metadata: ["calls": "\(count)"])
        case .failed(let words):
            logger.error("requests and old records are not looked after", metadata: ["why": "\(words)"])
        }
    }
}
