import Testing

/// Whole calls through a real Asterisk, which dials in through asterisk-conf/extensions_attendant.conf.
///
/// They run when the environment says `ATTENDANT_ASTERISK=1` (`make test-asterisk` does) and need what
/// Tests/RealAsterisk/asterisk.sh needs.
@Suite(
    "Calls through a real Asterisk", .serialized,
    .enabled(if: Bed.isWanted, "ATTENDANT_ASTERISK=1 runs these; see Tests/RealAsterisk/README.md"),
    .onTheBed)
enum RealAsteriskCalls {}
