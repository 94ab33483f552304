extension Migrations {
    /// What happened in a call, with milliseconds. `kind` has no list of values, and `details` is JSON: later releases
    /// note more, and an older reader shows what it does not know by its text.
    static let callMoments = """
        CREATE TABLE call_moments (
            call TEXT NOT NULL REFERENCES calls(id) ON DELETE CASCADE,
            moment INTEGER NOT NULL CHECK (moment >= 0),
            at_ms INTEGER NOT NULL,
            step TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind <> ''),
            text TEXT NOT NULL,
            details TEXT CHECK (details IS NULL OR json_valid(details)),
            PRIMARY KEY (call, moment)
        ) WITHOUT ROWID;
        """
}
