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

let package = Package(
    name: "attendant",
    dependencies: [
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        .target(name: "MenuFile", resources: [.embedInCode("Language/Packs")], swiftSettings: settings),
        .target(name: "Reception", dependencies: ["MenuFile", logging], swiftSettings: settings),
        .target(name: "Rehearsal", dependencies: ["MenuFile", "Reception", logging], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
