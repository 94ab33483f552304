import Foundation
import Reception
import Records
import Sockets
import Speech

/// What Prometheus is told. No number of a caller and no id of a call is in it.
extension ServerView {
    /// In Prometheus' text format.
    var metrics: String {
        var metrics = Metrics()
        program(&metrics)
        calls(&metrics)
        connections(&metrics)
        sounds(&metrics)
        kept(&metrics)
        return metrics.text
    }

    private func program(_ metrics: inout Metrics) {
        metrics.family("attendant_info", .gauge, "The program's version.")
        metrics.sample("attendant_info", 1, ["version": Release.version])
        metrics.single(
            "attendant_start_time_seconds", .gauge, "When the server started, in seconds since 1970.",
            Int(since.timeIntervalSince1970))
        metrics.family(
            "attendant_menu_since_seconds", .gauge, "Since when a version of a menu answers, in seconds since 1970.")
        for menu in menus {
            metrics.sample(
                "attendant_menu_since_seconds", menu.since.timeIntervalSince1970.rounded(),
                ["menu": menu.name, "version": menu.version])
        }
        metrics.single("attendant_log_errors_total", .counter, "Errors in the log.", errorCount)
        metrics.single("attendant_troubles", .gauge, "Things that keep the server from its work now.", troubles.count)
    }

    private func calls(_ metrics: inout Metrics) {
        metrics.family("attendant_calls", .gauge, "Calls now, by menu and step.")
        let calls = counts.calls.values
        for (place, here) in Dictionary(grouping: calls, by: { [$0.menu, $0.step] }).sorted(by: {
            $0.key[0] < $1.key[0]
        }) {
            metrics.sample("attendant_calls", Double(here.count), ["menu": place[0], "step": place[1]])
        }
        metrics.family("attendant_calls_started_total", .counter, "Calls that began.")
        for (menu, count) in counts.started.sorted(by: { $0.key < $1.key }) {
            metrics.sample("attendant_calls_started_total", Double(count), ["menu": menu])
        }
        metrics.family("attendant_calls_ended_total", .counter, "Calls that ended, by ATTENDANT_STATUS.")
        for (ending, count) in counts.ended.sorted(by: { $0.key.text < $1.key.text }) {
            metrics.sample(
                "attendant_calls_ended_total", Double(count),
                ["menu": ending.menu, "outcome": ending.outcome.rawValue])
        }
        metrics.family("attendant_calls_refused_total", .counter, "Calls that no menu took, by reason.")
        for (reason, count) in counts.turnedAway.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            metrics.sample("attendant_calls_refused_total", Double(count), ["reason": reason.rawValue])
        }
        metrics.histogram(
            "attendant_key_to_command_seconds", "From Asterisk's reply with a key to the next command.",
            counts.reactions)
    }

    private func connections(_ metrics: inout Metrics) {
        metrics.single(
            "attendant_connections", .gauge, "Connections open now.", connections.map(\.open).reduce(0, +))
        metrics.family("attendant_connections_refused_total", .counter, "Connections turned away, by reason.")
        var refused: [String: UInt64] = [:]
        for (reason, count) in connections.flatMap(\.refused) { refused["\(reason)", default: 0] += count }
        for (reason, count) in refused.sorted(by: { $0.key < $1.key }) {
            metrics.sample("attendant_connections_refused_total", Double(count), ["reason": reason])
        }
    }

    private func sounds(_ metrics: inout Metrics) {
        metrics.family("attendant_prompts_total", .counter, "Prompts: there already, made, not to be made.")
        metrics.sample("attendant_prompts_total", Double(speech.ready), ["result": "ready"])
        metrics.sample("attendant_prompts_total", Double(speech.made), ["result": "made"])
        metrics.sample("attendant_prompts_total", Double(speech.failed), ["result": "failed"])
        metrics.family("attendant_synthesis_seconds_total", .counter, "Seconds that the speech engine worked.")
        metrics.sample("attendant_synthesis_seconds_total", speech.synthesis / .seconds(1))
        metrics.single(
            "attendant_speech_engine_restarts_total", .counter, "How often the speech engine crashed or hung.",
            speech.restarts)
        metrics.single("attendant_sounds", .gauge, "Sounds in the cache.", sounds.number)
        metrics.single("attendant_sound_bytes", .gauge, "Bytes of the sounds in the cache.", sounds.bytes)
    }

    private func kept(_ metrics: inout Metrics) {
        metrics.family("attendant_commits_total", .counter, "Callback requests and messages, stored or refused.")
        metrics.sample("attendant_commits_total", Double(counts.commits.done), ["result": "stored"])
        metrics.sample("attendant_commits_total", Double(counts.commits.refused), ["result": "refused"])
        metrics.histogram(
            "attendant_commit_seconds", "Until a callback request or a message was on disk, or refused.",
            counts.commits.times)
        metrics.single("attendant_records_queued", .gauge, "Rows of calls not on disk yet.", records.queued)
        metrics.single(
            "attendant_records_dropped_total", .counter, "Rows dropped because their queue was full.",
            records.droppedSteps + records.droppedCalls)
        metrics.family("attendant_outbox_attempts_total", .counter, "Attempts to send mails and webhooks.")
        metrics.sample("attendant_outbox_attempts_total", Double(counts.telling.sent), ["result": "sent"])
        metrics.sample("attendant_outbox_attempts_total", Double(counts.telling.failed), ["result": "failed"])
        metrics.sample("attendant_outbox_attempts_total", Double(counts.telling.givenUp), ["result": "given-up"])
        guard let queues else { return }
        metrics.single("attendant_outbox", .gauge, "Mails and webhooks still to be sent.", queues.outbox)
        metrics.single("attendant_outbox_failing", .gauge, "Those among them that failed before.", queues.failing)
        metrics.single("attendant_callbacks_open", .gauge, "Callback requests that are open.", queues.open)
        metrics.single(
            "attendant_callbacks_overdue", .gauge, "Those among them whose promised time has gone by.", queues.overdue)
    }
}

extension Gauges.Ending {
    fileprivate var text: String { "\(menu) \(outcome.rawValue)" }
}
