extension Migrations {
    /// What following a request to its end needs. `menu` names the file whose list it is; rows of older releases take it
    /// from their call. `tries` counts in the present round, `callback_attempts` for ever; `claim` is the attempt that
    /// holds the row, until `claim_until`. `connected_at` is when the caller was first reached.
    static let deskColumns = """
        ALTER TABLE callbacks ADD COLUMN menu TEXT NOT NULL DEFAULT '';
        ALTER TABLE callbacks ADD COLUMN uniqueid TEXT NOT NULL DEFAULT '';
        ALTER TABLE callbacks ADD COLUMN path TEXT NOT NULL DEFAULT '';
        ALTER TABLE callbacks ADD COLUMN queue TEXT;
        ALTER TABLE callbacks ADD COLUMN time_window TEXT;
        ALTER TABLE callbacks ADD COLUMN attempts_allowed INTEGER NOT NULL DEFAULT 3 CHECK (attempts_allowed >= 1);
        ALTER TABLE callbacks ADD COLUMN every_seconds REAL NOT NULL DEFAULT 900 CHECK (every_seconds > 0);
        ALTER TABLE callbacks ADD COLUMN tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0);
        ALTER TABLE callbacks ADD COLUMN claim INTEGER;
        ALTER TABLE callbacks ADD COLUMN claimed_by TEXT;
        ALTER TABLE callbacks ADD COLUMN claim_until TEXT CHECK (length(claim_until) = 24);
        ALTER TABLE callbacks ADD COLUMN connected_at TEXT CHECK (length(connected_at) = 24);
        ALTER TABLE callbacks ADD COLUMN closed_at TEXT CHECK (length(closed_at) = 24);
        ALTER TABLE callback_attempts ADD COLUMN token TEXT;
        ALTER TABLE callback_attempts ADD COLUMN connected_at TEXT CHECK (length(connected_at) = 24);
        UPDATE callbacks SET closed_at = updated_at WHERE status NOT IN \(CallbackStatus.openList);
        UPDATE callbacks SET menu = coalesce((SELECT menu FROM calls WHERE calls.id = callbacks.call), ''),
            uniqueid = coalesce((SELECT uniqueid FROM calls WHERE calls.id = callbacks.call), '');
        """

    static let deskIndexes = """
        CREATE INDEX callbacks_waiting ON callbacks(next_attempt_at) WHERE status IN ('new', 'due');
        CREATE INDEX callbacks_claimed ON callbacks(claim_until) WHERE status IN ('dialing', 'connected');
        CREATE INDEX callbacks_due ON callbacks(menu, list, next_attempt_at) WHERE status = 'due';
        CREATE INDEX callbacks_expiring ON callbacks(expires_at) WHERE status IN \(CallbackStatus.openList);
        CREATE INDEX callbacks_created ON callbacks(created_at);
        CREATE INDEX callbacks_closed ON callbacks(closed_at) WHERE closed_at IS NOT NULL;
        """
}
