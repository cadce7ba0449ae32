// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target, those of the main package.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Benchmarks on the public API, apart from the main package so that nobody builds them unasked.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "parapet", path: "../..")],
  targets: [
    .executableTarget(
      name: "FeedBenchmark",
      dependencies: [
        .product(name: "ParapetModel", package: "parapet"),
        .product(name: "ParapetFeeds", package: "parapet"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "BudgetBenchmark",
      dependencies: [
        .product(name: "ParapetBudgeting", package: "parapet"),
        .product(name: "ParapetModel", package: "parapet"),
      ],
      swiftSettings: settings),
    .executableTarget(name: "CityBenchmark", swiftSettings: settings),
    .executableTarget(
      name: "RelevanceBenchmark",
      dependencies: [
        .product(name: "ParapetMatching", package: "parapet"),
        .product(name: "ParapetSearching", package: "parapet"),
        .product(name: "ParapetModel", package: "parapet"),
        .product(name: "ParapetFeeds", package: "parapet"),
        .product(name: "ParapetInput", package: "parapet"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "PlanBenchmark",
      dependencies: [
        .product(name: "parapet-solver", package: "parapet"),
        .product(name: "ParapetBudgeting", package: "parapet"),
        .product(name: "ParapetModel", package: "parapet"),
      ],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
