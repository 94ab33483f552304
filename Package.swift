// swift-tools-version: 6.2
import PackageDescription

/// Every one of our own targets is built with these: a warning is an error, imports are internal unless said otherwise.
let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

// The targets stand in reading order: README, "The sources".
let package = Package(
    name: "attendant",
    products: [
        .executable(name: "attendant", targets: ["attendant"]),
        .executable(name: "attendant-bench", targets: ["AttendantBench"]),
        .library(name: "FastAGI", targets: ["FastAGI"]),
        .library(name: "FakeAsterisk", targets: ["FakeAsterisk", "Sockets"]),
        .library(name: "Rehearsal", targets: ["Rehearsal", "Reception", "MenuFile"]),
        .library(name: "PhoneNumbers", targets: ["PhoneNumbers"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .target(name: "Sockets", swiftSettings: settings),
        .target(name: "FastAGI", swiftSettings: settings),
        .target(name: "MenuFile", resources: [.embedInCode("Language/Packs")], swiftSettings: settings),
        .target(name: "Import", dependencies: ["MenuFile"], swiftSettings: settings),
        .target(name: "Reception", dependencies: ["MenuFile", logging], swiftSettings: settings),
        .systemLibrary(name: "CESpeakNG", pkgConfig: "espeak-ng", providers: [.apt(["libespeak-ng-dev"])]),
        .systemLibrary(name: "CSoxr", pkgConfig: "soxr", providers: [.apt(["libsoxr-dev"])]),
        .target(
            name: "Speech", dependencies: ["CESpeakNG", "CSoxr", "MenuFile", "Reception", "Spawning"],
            swiftSettings: settings),
        .target(name: "Records", dependencies: ["MenuFile", "Reception", grdb, sqlite], swiftSettings: settings),
        .target(
            name: "CPhoneNumber", linkerSettings: [.linkedLibrary("phonenumber"), .linkedLibrary("protobuf")]),
        .target(name: "PhoneNumbers", dependencies: ["CPhoneNumber", "Reception"], swiftSettings: settings),
        .target(name: "Web", dependencies: ["Reception"], swiftSettings: settings),
        .target(name: "Spawning", swiftSettings: settings),
        .target(name: "Mail", dependencies: ["Spawning"], swiftSettings: settings),
        .target(name: "Rehearsal", dependencies: ["MenuFile", "Reception", logging], swiftSettings: settings),
        .target(name: "FakeAsterisk", dependencies: ["FastAGI", "Sockets"], swiftSettings: settings),
        .target(
            name: "Soak", dependencies: ["FakeAsterisk", "FastAGI", "Records", "Sockets", grdb], swiftSettings: settings
        ),
        .target(
            name: "Attendant",
            dependencies: [
                "Sockets", "FastAGI", "MenuFile", "Reception", "Speech", "Records", "PhoneNumbers", "Web", "Mail",
                "Rehearsal", "FakeAsterisk", "Import", logging,
            ], swiftSettings: settings),
        .executableTarget(
            name: "AttendantBench",
            dependencies: [
                "Sockets", "FastAGI", "MenuFile", "PhoneNumbers", "Reception", "Rehearsal", "Speech", "Records", "Soak",
            ], swiftSettings: settings),
        .executableTarget(name: "attendant", dependencies: ["Attendant", arguments, logging], swiftSettings: settings),
        .testTarget(name: "SocketsTests", dependencies: ["Sockets"], swiftSettings: settings),
        .testTarget(name: "FastAGITests", dependencies: ["FastAGI"], swiftSettings: settings),
        .testTarget(
            name: "MenuFileTests", dependencies: ["MenuFile"], resources: [.copy("Fixtures")], swiftSettings: settings),
        .testTarget(name: "ImportTests", dependencies: ["Import", "MenuFile"], swiftSettings: settings),
        .testTarget(
            name: "ReceptionTests", dependencies: ["MenuFile", "Reception", "Rehearsal", "PhoneNumbers", logging],
            swiftSettings: settings),
        .testTarget(
            name: "RehearsalTests", dependencies: ["MenuFile", "PhoneNumbers", "Reception", "Rehearsal", logging],
            resources: [.copy("Fixtures")],
            swiftSettings: settings),
        .testTarget(
            name: "SpeechTests", dependencies: ["TestClocks", "MenuFile", "Reception", "Speech"],
            swiftSettings: settings),
        .testTarget(
            name: "RecordsTests",
            dependencies: ["TestClocks", "MenuFile", "Records", "RecordsCrash", "Reception", grdb],
            swiftSettings: settings),
        .executableTarget(
            name: "RecordsCrash", dependencies: ["Records", "Reception"], path: "Tests/RecordsCrash",
            swiftSettings: settings),
        .testTarget(name: "PhoneNumbersTests", dependencies: ["PhoneNumbers", "Reception"], swiftSettings: settings),
        .target(name: "TestClocks", path: "Tests/TestClocks", swiftSettings: settings),
        .target(name: "TinyWeb", dependencies: ["Sockets"], path: "Tests/TinyWeb", swiftSettings: settings),
        .testTarget(
            name: "WebTests", dependencies: ["TestClocks", "Reception", "Sockets", "TinyWeb", "Web"],
            swiftSettings: settings),
        .testTarget(name: "MailTests", dependencies: ["Mail"], swiftSettings: settings),
        .testTarget(
            name: "FakeAsteriskTests", dependencies: ["TestClocks", "FakeAsterisk", "FastAGI", "Sockets"],
            resources: [.copy("Transcripts")], swiftSettings: settings),
        .testTarget(
            name: "AttendantTests",
            dependencies: [
                "TestClocks", "Attendant", "FakeAsterisk", "FastAGI", "Import", "Mail", "MenuFile", "PhoneNumbers",
                "Reception", "Records", "Rehearsal", "Sockets", "Web", grdb, logging,
            ], swiftSettings: settings),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["attendant", "FakeAsterisk", "FastAGI", "Records", "Soak", "Sockets", "TinyWeb"],
            exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "RealAsteriskTests",
            dependencies: [
                "Attendant", "MenuFile", "PhoneNumbers", "Reception", "Rehearsal", "Sockets", "TinyWeb", logging,
            ],
            exclude: ["Fixtures"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6], cxxLanguageStandard: .cxx17
)
