/// What is wrong with a recording that was to be measured.
enum SoundError: Error, Equatable, CustomStringConvertible {
    /// The file does not begin as a RIFF wave file, or ends before its samples.
    case notWave(path: String)
    /// The file is a wave file, but not 16-bit mono PCM, the one kind that is measured here.
    case notPlainPCM(path: String, format: Int, channels: Int, bits: Int)

    var description: String {
        switch self {
        case .notWave(let path):
            "\(path): a RIFF wave file was expected"
        case .notPlainPCM(let path, let format, let channels, let bits):
            "\(path): 16-bit mono PCM was expected, but this is format \(format), \(channels) channels, \(bits) bits"
        }
    }
}
