internal import Foundation
internal import GRDB
internal import GRDBSQLite

extension Database {
    /// The system's words for the last error of a file of this database, first of its log, into which every commit
    /// goes; nil: there was none. SQLite itself only says of a quota or a failing disk that there was an error, and
    /// keeps none of a commit for `sqlite3_system_errno`.
    var systemWords: String? {
        let number = [SQLITE_FCNTL_JOURNAL_POINTER, SQLITE_FCNTL_FILE_POINTER].lazy
            .compactMap { self.lastError(of: $0) }.first { $0 != 0 }
        return number.map { String(cString: strerror($0)) }
    }

    /// Whether SQLite was only let read the file when it opened it.
    var isReadOnly: Bool { sqlite3_db_readonly(sqliteConnection, "main") == 1 }

    private func lastError(of pointer: Int32) -> Int32? {
        var file: UnsafeMutablePointer<sqlite3_file>?
        guard sqlite3_file_control(sqliteConnection, "main", pointer, &file) == SQLITE_OK, let file,
            let control = file.pointee.pMethods?.pointee.xFileControl
        else { return nil }
        var number: Int32 = 0
        return control(file, SQLITE_FCNTL_LAST_ERRNO, &number) == SQLITE_OK ? number : nil
    }
}
