// swift-tools-version: 6.2
import PackageDescription

/// Every one of our own targets is built with these: a warning is an error, imports are internal unless said otherwise.
let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "attendant",
    targets: [
        .target(name: "MenuFile", swiftSettings: settings),
        .target(name: "Reception", dependencies: ["MenuFile"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
