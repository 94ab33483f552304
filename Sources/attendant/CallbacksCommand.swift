import ArgumentParser
import Attendant
import Foundation

/// `attendant callbacks`
struct CallbacksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "callbacks",
        abstract: "The callback desk: who wants to be called back, and what became of it.",
        discussion: """
            A request is new, then due when its time has come, dialing, connected, and ends as done, busy, no-answer,
            failed, invalid, cancelled or expired. Missed calls (missed) and requests that were not confirmed
            (unconfirmed) stand on the desk until somebody settles them. A request with an owner is left to the owner.

                attendant callbacks list --open             those that are late first
                attendant callbacks claim 12 --owner anna   it is Anna's
                attendant callbacks note 12 "rings back after six"
                attendant callbacks done 12
                attendant callbacks call 12                 ring Anna, who then presses 1
                attendant callbacks stats --days 30
            """,
        subcommands: [
            List.self, Show.self, Claim.self, Release.self, Note.self, Done.self, Cancel.self, Retry.self,
            CallNow.self, Export.self, Calendar.self, Stats.self,
        ])
}
