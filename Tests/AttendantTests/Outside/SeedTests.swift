import Foundation
import Testing

/// The seeds of the fuzzer are read at each run of the tests, by the same readers: none may trap, and each must come to
/// what it came to when it was written. A new seed needs its line in `SeedOutcomes`.
@Suite("The seeds of the fuzzer")
struct SeedTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let corpus = root.appending(path: ".ci/fuzzing/corpus")

    /// "environment/crlf.txt" and so on.
    static let seeds: [String] = {
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: corpus.path)) ?? []
        return folders.sorted().flatMap { folder in
            let files = (try? FileManager.default.contentsOfDirectory(atPath: corpus.path + "/" + folder)) ?? []
            return files.sorted().map { folder + "/" + $0 }
        }
    }()

    @Test("are all there, and each reader has some that it takes and some that it refuses")
    func complete() {
        #expect(Self.seeds == SeedOutcomes.all.keys.sorted())
        for reader in OutsideReaders.all.keys {
            let outcomes = SeedOutcomes.all.filter { $0.key.hasPrefix(reader + "/") }.values
            #expect(outcomes.contains { $0.hasPrefix("refused: ") }, "\(reader)")
            #expect(outcomes.contains { !$0.hasPrefix("refused: ") }, "\(reader)")
        }
    }

    @Test("come to what they came to before", .timeLimit(.minutes(1)), arguments: seeds)
    func outcome(seed: String) throws {
        let readers = OutsideReaders(sample: Self.root.appending(path: "Menus/reception.json").path)
        let reader = try #require(seed.split(separator: "/").first.flatMap { OutsideReaders.all[String($0)] })
        let bytes = [UInt8](try Data(contentsOf: Self.corpus.appending(path: seed)))
        #expect(reader(readers, bytes) == SeedOutcomes.all[seed])
    }
}
