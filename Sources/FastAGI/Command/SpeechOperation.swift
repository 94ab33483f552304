/// What `SPEECH` does with a speech recogniser that Asterisk has loaded.
public enum SpeechOperation: Sendable, Hashable {
    /// `SPEECH CREATE`: begins, with the engine named.
    case create(engine: String)
    /// `SPEECH SET`: an option of the engine.
    case set(name: String, value: String)
    /// `SPEECH DESTROY`: ends it.
    case destroy
    /// `SPEECH LOAD GRAMMAR`: a grammar from a file on Asterisk's machine.
    case loadGrammar(name: String, path: String)
    /// `SPEECH UNLOAD GRAMMAR`.
    case unloadGrammar(name: String)
    /// `SPEECH ACTIVATE GRAMMAR`.
    case activateGrammar(name: String)
    /// `SPEECH DEACTIVATE GRAMMAR`.
    case deactivateGrammar(name: String)
    /// `SPEECH RECOGNIZE`: plays a prompt and listens. The time runs from the prompt's end in whole seconds, a part of
    /// one counts as a whole one (res_agi.c compares `time()`); the offset is in samples of the prompt.
    case recognize(prompt: String, timeout: WaitLimit, offset: Int? = nil)
}
