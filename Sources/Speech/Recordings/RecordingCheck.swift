/// Looks at recordings before any call needs them.
public struct RecordingCheck: Sendable {
    private let folder: RecordingFolder

    /// Recordings of a folder of menus.
    public init(menus: String) { folder = RecordingFolder(path: menus, limit: SpeechLimits().recordingBytes) }

    /// What is wrong with a recording: it is outside the folder, missing, unreadable, or no sound that is understood.
    /// Nil: it can be played. Blocks, and reads the whole file.
    public func problem(of path: String) -> RecordingError? {
        do throws(RecordingError) {
            _ = try folder.read(try folder.find(path))
            return nil
        } catch {
            return error
        }
    }
}
