internal import GRDB

/// The schema, as a list of named steps that is only ever added to.
///
/// Times are texts as `Timestamp` makes them, always UTC; `time_zone` keeps the zone of the menu (an IANA name), so
/// that they can be shown as the caller's clock had them. Lengths are seconds as REAL.
enum Migrations {
    /// "Attn": marks the file as ours (`PRAGMA application_id`).
    static let applicationID = 0x4174_746E

    /// Every migration of this release, in order.
    static func all() -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("calls, callbacks, messages, outbox") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            for statement in [calls, callSteps, callbacks, callbackAttempts, messages, outbox] {
                try db.execute(sql: statement)
            }
        }
        migrator.registerMigration("notices, switches") { db in
            for statement in [notices, switches] { try db.execute(sql: statement) }
        }
        migrator.registerMigration("call timeline") { db in
            try db.execute(sql: callMoments)
        }
        migrator.registerMigration("callback desk") { db in
            for statement in [deskColumns, deskIndexes] { try db.execute(sql: statement) }
        }
        return migrator
    }

    private static let calls = """
        CREATE TABLE calls (
            id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
            uniqueid TEXT NOT NULL,
            channel TEXT NOT NULL,
            started_at TEXT NOT NULL CHECK (length(started_at) = 24),
            ended_at TEXT CHECK (length(ended_at) = 24),
            menu TEXT NOT NULL,
            version TEXT NOT NULL,
            number TEXT CHECK (number <> ''),
            is_withheld INTEGER NOT NULL CHECK (is_withheld IN (0, 1)),
            name TEXT,
            dialled TEXT,
            language TEXT NOT NULL,
            label TEXT NOT NULL DEFAULT '',
            path TEXT NOT NULL DEFAULT '',
            outcome TEXT CHECK (outcome IN
                ('talked', 'handed-over', 'callback', 'voicemail', 'goodbye', 'hangup', 'failed')),
            reason TEXT NOT NULL DEFAULT '',
            seconds_to_person REAL CHECK (seconds_to_person >= 0),
            CHECK ((ended_at IS NULL) = (outcome IS NULL))
        );
        CREATE INDEX calls_started ON calls(started_at);
        CREATE INDEX calls_number ON calls(number, started_at) WHERE number IS NOT NULL;
        """

    private static let callSteps = """
        CREATE TABLE call_steps (
            call TEXT NOT NULL REFERENCES calls(id) ON DELETE CASCADE,
            step INTEGER NOT NULL CHECK (step >= 0),
            path TEXT NOT NULL,
            entered_at TEXT NOT NULL CHECK (length(entered_at) = 24),
            left_at TEXT NOT NULL CHECK (length(left_at) = 24),
            keys TEXT NOT NULL,
            result TEXT NOT NULL,
            PRIMARY KEY (call, step)
        ) WITHOUT ROWID;
        """

    /// `call` is no foreign key: a promise is durable before the row of its call need be, and outlives it.
    private static let callbacks = """
        CREATE TABLE callbacks (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            list TEXT NOT NULL CHECK (list <> ''),
            number TEXT CHECK (number <> ''),
            number_given TEXT,
            source TEXT NOT NULL CHECK (source IN ('network', 'typed')),
            is_confirmed INTEGER NOT NULL CHECK (is_confirmed IN (0, 1)),
            status TEXT NOT NULL CHECK (status IN
                ('new', 'due', 'dialing', 'connected', 'done', 'busy', 'no-answer', 'failed', 'invalid', 'cancelled',
                'expired', 'missed', 'unconfirmed')),
            asked INTEGER NOT NULL DEFAULT 1 CHECK (asked >= 1),
            priority INTEGER NOT NULL DEFAULT 0,
            caller_name TEXT,
            dialled TEXT,
            reason TEXT NOT NULL,
            label TEXT NOT NULL,
            language TEXT NOT NULL,
            call TEXT NOT NULL,
            voice_note TEXT,
            created_at TEXT NOT NULL CHECK (length(created_at) = 24),
            updated_at TEXT NOT NULL CHECK (length(updated_at) = 24),
            due_at TEXT CHECK (length(due_at) = 24),
            expires_at TEXT CHECK (length(expires_at) = 24),
            next_attempt_at TEXT CHECK (length(next_attempt_at) = 24),
            time_zone TEXT NOT NULL,
            owner TEXT,
            note TEXT,
            CHECK (number IS NOT NULL OR status IN ('missed', 'unconfirmed', 'done', 'cancelled', 'expired'))
        );
        CREATE UNIQUE INDEX callbacks_open ON callbacks(list, number)
            WHERE number IS NOT NULL AND status IN \(CallbackStatus.openList);
        CREATE INDEX callbacks_place ON callbacks(list, id, expires_at, status) WHERE status IN \(CallbackStatus.openList);
        CREATE INDEX callbacks_number ON callbacks(number);
        """

    private static let callbackAttempts = """
        CREATE TABLE callback_attempts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            callback INTEGER NOT NULL REFERENCES callbacks(id) ON DELETE CASCADE,
            started_at TEXT NOT NULL CHECK (length(started_at) = 24),
            ended_at TEXT CHECK (length(ended_at) = 24),
            agent TEXT,
            result TEXT NOT NULL DEFAULT '',
            seconds_talked REAL CHECK (seconds_talked >= 0)
        );
        CREATE INDEX callback_attempts_callback ON callback_attempts(callback);
        """

    private static let messages = """
        CREATE TABLE messages (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            call TEXT NOT NULL,
            recipient TEXT NOT NULL,
            file TEXT NOT NULL CHECK (file <> ''),
            seconds REAL NOT NULL CHECK (seconds >= 0),
            left_at TEXT NOT NULL CHECK (length(left_at) = 24),
            number TEXT,
            caller_name TEXT,
            label TEXT NOT NULL,
            path TEXT NOT NULL,
            language TEXT NOT NULL,
            subject TEXT NOT NULL,
            time_zone TEXT NOT NULL
        );
        CREATE INDEX messages_left ON messages(left_at);
        """

    /// `kind` has no list of values: later releases tell in other ways, and an older reader shows what it does not
    /// know.
    private static let outbox = """
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL CHECK (kind <> ''),
            callback INTEGER REFERENCES callbacks(id) ON DELETE CASCADE,
            message INTEGER REFERENCES messages(id) ON DELETE CASCADE,
            recipients TEXT NOT NULL CHECK (json_valid(recipients)),
            state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'given-up')),
            created_at TEXT NOT NULL CHECK (length(created_at) = 24),
            next_at TEXT NOT NULL CHECK (length(next_at) = 24),
            attempts INTEGER NOT NULL DEFAULT 0,
            last_error TEXT,
            CHECK ((callback IS NULL) <> (message IS NULL))
        );
        CREATE INDEX outbox_next ON outbox(next_at, id) WHERE state IN ('waiting', 'sending');
        CREATE INDEX outbox_callback ON outbox(callback);
        CREATE INDEX outbox_message ON outbox(message);
        """

    /// `text` is null for a notice of the menu file that was switched on or off; the file has its words.
    private static let notices = """
        CREATE TABLE notices (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            menu TEXT NOT NULL CHECK (menu <> ''),
            name TEXT NOT NULL CHECK (name <> ''),
            text TEXT CHECK (text <> ''),
            is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
            until_at TEXT CHECK (length(until_at) = 24),
            created_at TEXT NOT NULL CHECK (length(created_at) = 24),
            updated_at TEXT NOT NULL CHECK (length(updated_at) = 24),
            time_zone TEXT NOT NULL,
            UNIQUE (menu, name)
        );
        """

    private static let switches = """
        CREATE TABLE switches (
            menu TEXT NOT NULL CHECK (menu <> ''),
            schedule TEXT NOT NULL CHECK (schedule <> ''),
            is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
            until_at TEXT CHECK (length(until_at) = 24),
            created_at TEXT NOT NULL CHECK (length(created_at) = 24),
            time_zone TEXT NOT NULL,
            PRIMARY KEY (menu, schedule)
        ) WITHOUT ROWID;
        """
}
