import FastAGI
import Testing

@Suite("AsteriskVersion")
struct AsteriskVersionTests {
    @Test(
        "knows how long a command line may be",
        arguments: [
            ("22.10.1+dfsg+~cs6.17.60671434-1", 8_190), ("22.6.0", 8_190), ("22.5.2", 2_046), ("22.6", 8_190),
            ("21.11.0", 8_190), ("21.10.2", 2_046), ("20.16.0", 8_190), ("20.15.2", 2_046), ("19.99.0", 2_046),
            ("18.26.4", 2_046), ("16.28.0~dfsg-0+deb11u4", 2_046), ("23.0.0", 8_190), ("23.0.0-rc1", 8_190),
            ("24.1.0", 8_190), ("certified/20.7-cert3", 2_046), ("certified/22.8-cert1", 8_190),
            ("GIT-master-1a2b3c4", 2_046), ("GIT-22-1a2b3c4", 2_046), ("SVN-branch-1.8-r1", 2_046), ("", 2_046),
            ("22", 2_046), ("22.", 2_046), ("22.x", 2_046), ("-22.7", 2_046), ("99999999999999999999.1", 2_046),
            ("23.99999999999999999999", 2_046),
        ])
    func limit(version: String, bytes: Int) {
        let limit = AsteriskVersion(parsing: version)?.commandLineBytes ?? AsteriskVersion.smallCommandLine
        #expect(limit == bytes)
    }

    @Test("reads both numbers")
    func numbers() {
        #expect(AsteriskVersion(parsing: "22.10.1") == AsteriskVersion(major: 22, minor: 10))
        #expect(AsteriskVersion(parsing: "certified/20.7-cert3") == AsteriskVersion(major: 20, minor: 7))
    }
}
