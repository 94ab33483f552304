import Testing

@testable import Speech

@Suite struct FolderLockTests {
    @Test("lets nobody act alone while another one is there")
    func alone() throws {
        let place = try TemporaryFolder()
        let lock = FolderLock(inside: place.path)
        #expect(lock.alone {})
        do {
            let other = FolderLock(inside: place.path)
            #expect(!lock.alone { Issue.record("somebody else is there") })
            #expect(!other.alone {})
        }
        #expect(lock.alone {}, "the other one has gone")
    }
}
