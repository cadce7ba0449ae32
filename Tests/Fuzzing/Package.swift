// swift-tools-version: 6.2
import PackageDescription

/// Readers under libFuzzer, apart from the main package; `scripts/fuzz` builds and runs it.
let package = Package(
  name: "fuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "parapet", path: "../..")],
  targets: [
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        .product(name: "ParapetModel", package: "parapet"),
        .product(name: "ParapetFeeds", package: "parapet"),
        .product(name: "ParapetInput", package: "parapet"),
        .product(name: "ParapetWorkbooks", package: "parapet"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
        // libFuzzer brings the main function.
        .unsafeFlags(["-parse-as-library"]),
      ])
  ],
  swiftLanguageModes: [.v6]
)
