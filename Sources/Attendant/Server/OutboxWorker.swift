public import Foundation
public import Mail
public import Records

/// Sends what the outbox holds, for as long as it runs: mails, and calls of web services. What fails is tried again by
/// `RetrySchedule`.
///
/// At least once: what went just before a crash goes once more when its lease ends, with the same Message-ID, or the same
/// Idempotency-Key.
public struct OutboxWorker: Sendable {
    /// So many mail programs run at once: one that hangs does not hold up the others.
    public static let atOnce = 4
    /// So long a mail belongs to the worker that took it: longer than `Sendmail.timeLimit` and reading a file.
    public static let lease = Duration.seconds(300)
    /// So often the outbox is looked at without a signal, for what is to be tried again and what a crash left.
    public static let interval = Duration.seconds(15)

    /// What became of an attempt, for the log.
    public enum Event: Sendable, Equatable {
        /// The mail program took it.
        case sent(id: Int64, call: String, attempt: Int)
        /// It is tried again, or given up when there is no next time.
        case failed(id: Int64, call: String, attempt: Int, words: String, retryAt: Date?)
        /// The records could not be asked or told.
        case recordsFailed(words: String)
    }

    private let records: Records
    private let writer: MailWriter
    private let language: @Sendable (OutboxItem.Subject) -> String
    private let send: @Sendable (MailMessage) async throws(MailError) -> Void
    private let post: @Sendable (Webhook) async throws(WebhookError) -> Void
    private let clock: any Clock<Duration>
    private let now: @Sendable () -> Date
    private let onEvent: @Sendable (Event) -> Void

    /// - Parameters:
    ///   - records: whose outbox it is.
    ///   - writer: makes the mails.
    ///   - send: hands a mail over, such as `Sendmail.send`.
    ///   - language: in which language staff read of something.
    ///   - post: tells a web service, such as `WebhookSender.send`.
    ///   - clock: for waits.
    ///   - now: the calendar's time.
    ///   - onEvent: told of each attempt.
    public init(
        records: Records, writer: MailWriter, send: @escaping @Sendable (MailMessage) async throws(MailError) -> Void,
        language: @escaping @Sendable (OutboxItem.Subject) -> String = { _ in "en" },
        post: @escaping @Sendable (Webhook) async throws(WebhookError) -> Void = { _ throws(WebhookError) in
            throw WebhookError(words: "there is no way to tell web services")
        },
        clock: any Clock<Duration> = ContinuousClock(), now: @escaping @Sendable () -> Date = { Date() },
        onEvent: @escaping @Sendable (Event) -> Void = { _ in }
    ) {
        self.records = records
        self.writer = writer
        self.send = send
        self.language = language
        self.post = post
        self.clock = clock
        self.now = now
        self.onEvent = onEvent
    }

    /// Sends until its task is cancelled or the records are closed; attempts under way are finished.
    public func run() async {
        let (wakes, waker) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        waker.yield()
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in records.outboxSignals { waker.yield() }
                waker.finish()
            }
            group.addTask {
                while (try? await clock.sleep(for: Self.interval)) != nil { waker.yield() }
                waker.finish()
            }
            for await _ in wakes { await sendDue() }
            group.cancelAll()
        }
    }

    /// Sends everything that is due now, and returns when that is done.
    public func sendDue() async {
        await withTaskGroup(of: Void.self) { group in
            var running = 0
            while !Task.isCancelled, let item = await next() {
                if running >= Self.atOnce { await group.next() } else { running += 1 }
                group.addTask { await attempt(item) }
            }
        }
    }

    private func next() async -> OutboxItem? {
        do {
            return try await records.nextDue(now: now(), lease: Self.lease)
        } catch {
            onEvent(.recordsFailed(words: "\(error)"))
            return nil
        }
    }

    private func attempt(_ item: OutboxItem) async {
        if let words = await failure(of: item) {
            let retryAt = RetrySchedule.retryAt(attempt: item.attempt, created: item.created, now: now())
            await note { try await records.outboxFailed(item.id, error: words, retryAt: retryAt) }
            return onEvent(
                .failed(
                    id: item.id, call: item.subject.call, attempt: item.attempt, words: words, retryAt: retryAt))
        }
        await note { try await records.outboxDone(item.id) }
        onEvent(.sent(id: item.id, call: item.subject.call, attempt: item.attempt))
    }

    /// Tells it; nil when that went well, else why it did not.
    private func failure(of item: OutboxItem) async -> String? {
        if case .callback(let row) = item.subject, item.kind == .callbackWebhook {
            do throws(WebhookError) {
                try await post(Webhook(row, item))
                return nil
            } catch {
                return error.words
            }
        }
        do throws(MailError) {
            try await send(try mail(item))
            return nil
        } catch {
            return "\(error)"
        }
    }

    private func note(_ body: () async throws -> Void) async {
        do { try await body() } catch { onEvent(.recordsFailed(words: "\(error)")) }
    }

    private func mail(_ item: OutboxItem) throws(MailError) -> MailMessage {
        let mark = OutboxMark(id: item.id, created: item.created)
        let writer = writer.speaking(language(item.subject))
        switch item.subject {
        case .callback(let row):
            let note = row.voiceNote.flatMap { try? Attachment.sound(file: $0, name: "note-\(row.id)").get() }
            return try writer.mail(about: CallbackNotice(row), to: item.recipients, outbox: mark, note: note)
        case .message(let row):
            let sound = Attachment.sound(file: row.file, name: "message-\(row.id)")
            return try writer.mail(about: VoicemailNotice(row), to: item.recipients, outbox: mark, sound: sound)
        }
    }
}

extension OutboxItem.Subject {
    /// The id of the call that it came from.
    fileprivate var call: String {
        switch self {
        case .callback(let row): row.call
        case .message(let row): row.call
        }
    }
}

extension CallbackNotice {
    init(_ row: CallbackRow) {
        let occasion: Occasion =
            switch row.status {
            case .missed: .missed
            case .unconfirmed: .unconfirmed
            default: .asked
            }
        self.init(
            id: row.id, occasion: occasion, list: row.list, number: row.number, isTyped: row.source == "typed",
            isConfirmed: row.isConfirmed, name: row.callerName, dialled: row.dialled, reason: row.reason,
            label: row.label, language: row.language, at: row.updated, due: row.due, window: row.window,
            timeZone: row.timeZone, asked: row.asked, call: row.call)
    }
}

extension VoicemailNotice {
    init(_ row: MessageRow) {
        self.init(
            id: row.id, subject: row.subject, number: row.number, name: row.callerName, label: row.label,
            path: row.path, language: row.language, at: row.left, length: .seconds(row.seconds),
            timeZone: row.timeZone, call: row.call)
    }
}
