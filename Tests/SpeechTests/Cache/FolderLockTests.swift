import Foundation
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

    @Test("waits for nobody who keeps the lock to himself, prunes nothing meanwhile, and takes it when it is free")
    func kept() throws {
        let place = try TemporaryFolder()
        try place.write([], ".lock")
        let stranger = open(place.path + "/.lock", O_RDONLY | O_CLOEXEC)
        #expect(flock(stranger, LOCK_EX) == 0)
        let lock = FolderLock(inside: place.path)
        #expect(lock.wasRefused)
        #expect(!lock.alone { Issue.record("somebody else is there") })
        lock.join()
        // A child that another test is just forking may still hold a copy of it.
        flock(stranger, LOCK_UN)
        close(stranger)
        lock.join()
        let other = FolderLock(inside: place.path)
        #expect(!other.wasRefused)
        #expect(!other.alone { Issue.record("the first one is seen now") })
    }

    @Test("is a file that nobody else can open, also one that an older release made for everybody")
    func mode() throws {
        let place = try TemporaryFolder()
        for _ in 0..<2 {
            _ = FolderLock(inside: place.path)
            #expect(try place.mode(place.path + "/.lock") == 0o600)
            #expect(chmod(place.path + "/.lock", 0o644) == 0)
        }
    }
}
