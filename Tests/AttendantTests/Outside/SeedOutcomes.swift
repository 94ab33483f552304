/// What each seed of `.ci/fuzzing/corpus` comes to.
enum SeedOutcomes {
    static let all: [String: String] = [
        "backup/cut.tar": "refused: the archive ends in the middle of a file",
        "backup/dump.tar": "2349 bytes, 7 remarks",
        "backup/no-tar.tar": "refused: the archive is damaged; expected a whole tar archive",
        "backup/size.tar": "refused: the archive is damaged; expected a whole tar archive",
        "calltest/passes.json": "taken",
        "calltest/unknown-key.json":
            "refused: a.test.json:1:55: error unknown-key: \"scripts\" is not known in a call; did you mean \"script\"?",
        "configuration/all.json": "10 settings",
        "configuration/list.json":
            "refused: FILE: is no JSON object of settings, such as {\"listen\": \"127.0.0.1:4573\"}",
        "configuration/number.json": "refused: FILE: \"-5\" is no value of connections",
        "configuration/unknown.json": "refused: FILE: \"lisen\" is no setting",
        "environment/arguments.txt": "23 fields, 0 others",
        "environment/asterisk-22.txt": "22 fields, 0 others",
        "environment/crlf.txt": "22 fields, 0 others",
        "environment/cut.txt":
            "refused: environment: the peer closed after 9 lines, before the blank one that ends the block",
        "environment/endless-line.txt": "refused: environment, line 2: longer than 8192 bytes",
        "environment/many-lines.txt": "refused: environment: more than 256 lines before the blank one that ends it",
        "environment/no-agi.txt":
            "refused: environment, line 1: expected a line that begins with \"agi_\", found \"GET / HTTP/#.#\"",
        "freepbx/cut.sql": "refused: line 12: the rows of ivr_details are cut off or have another number of columns",
        "freepbx/dump.sql": "2349 bytes, 7 remarks",
        "freepbx/quote.sql":
            "refused: line 1: the columns of ivr_details are not known; expected its CREATE TABLE before it",
        "freeswitch/entities.xml":
            "refused: XML with a document type is not read; expected <menu> elements as in ivr.conf.xml",
        "freeswitch/file.xml":
            "refused: XML with a document type is not read; expected <menu> elements as in ivr.conf.xml",
        "freeswitch/ivr.xml": "1182 bytes, 4 remarks",
        "freeswitch/latin1.xml":
            "refused: this is no UTF-8 text; `iconv -f ISO-8859-1 -t UTF-8` makes one of an older file",
        "menu/deep.json": "refused: a.json:1:155: error json-syntax: lists and objects nest more than 128 levels deep",
        "menu/minimal.json": "taken",
        "menu/newline-in-dial.json":
            "refused: a.json:1:44: error bad-value: \"200\u{FFFD}EXEC System rm\" is no person, number or dial string",
        "menu/not-utf8.json":
            "refused: a.json:1:28: error json-syntax: these bytes are not UTF-8; save the file as UTF-8",
        "menu/twice.json":
            "refused: a.json:1:32: error duplicate-key: \"name\" stands in this object already, at line 1, column 19",
        "number/0.txt": "+447700900123",
        "number/1.txt": "refused: not possible",
        "number/2.txt": "refused: not possible",
        "number/3.txt": "refused: not possible",
        "number/4.txt": "+48221234567",
        "number/5.txt": "refused: not possible",
        "number/6.txt": "refused: not possible",
        "number/7.txt": "refused: not possible",
        "number/long.txt": "refused: not possible",
        "number/premium.txt": "refused: premium",
        "replies/120.txt": "refused: after 1 replies: a reply that no command has asked for: \"200 result=#\"",
        "replies/20.txt": "refused: after 1 replies: a reply that no command has asked for: \"200 result=#\"",
        "replies/60.txt": "refused: after 1 replies: a reply that no command has asked for: \"200 result=#\"",
        "replies/dial.txt":
            "refused: after 2 replies: a reply that no command has asked for: \"200 result=# endpos=####\"",
        "replies/endless-block.txt": "refused: after 0 replies: a reply longer than 65536 bytes",
        "replies/endless.txt": "refused: after 0 replies: a reply longer than 65536 bytes",
        "replies/no-reply.txt":
            "refused: after 0 replies: a reply that no command has asked for: \"HTTP/#.# ### Bad Request\"",
        "replies/result.txt":
            "refused: after 0 replies: a reply that no command has asked for: \"200 result=####################\"",
        "replies/two.txt": "2 replies, 0 hang-ups",
    ]
}
