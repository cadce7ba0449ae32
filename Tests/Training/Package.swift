// swift-tools-version: 6.2
import PackageDescription

/// Counts from which the glossary's figures are made, apart from the main package, which only reads them; `scripts/train`
/// builds and runs it.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "training",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "parapet", path: "../..")],
  targets: [
    .executableTarget(
      name: "Training",
      dependencies: [
        .product(name: "ParapetModel", package: "parapet"),
        .product(name: "ParapetFeeds", package: "parapet"),
        .product(name: "ParapetCatalogue", package: "parapet"),
        .product(name: "ParapetMatching", package: "parapet"),
        .product(name: "ParapetSearching", package: "parapet"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "TrainingTests",
      dependencies: [
        "Training", .product(name: "ParapetModel", package: "parapet"),
        .product(name: "ParapetMatching", package: "parapet"),
        .product(name: "ParapetSearching", package: "parapet"),
      ],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
