// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: Swift 6, explicit `any`, imports internal unless said otherwise.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "parapet",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "parapet", targets: ["parapet"]),
    .executable(name: "parapet-solver", targets: ["parapet-solver"]),
    .library(name: "ParapetModel", targets: ["ParapetModel"]),
    .library(name: "ParapetFeeds", targets: ["ParapetFeeds"]),
    .library(name: "ParapetInput", targets: ["ParapetInput"]),
    .library(name: "ParapetWorkbooks", targets: ["ParapetWorkbooks"]),
    .library(name: "ParapetFetching", targets: ["ParapetFetching"]),
    .library(name: "ParapetCatalogue", targets: ["ParapetCatalogue"]),
    .library(name: "ParapetSearching", targets: ["ParapetSearching"]),
    .library(name: "ParapetMatching", targets: ["ParapetMatching"]),
    .library(name: "ParapetBudgeting", targets: ["ParapetBudgeting"]),
    .library(name: "ParapetPlanning", targets: ["ParapetPlanning"]),
    .library(name: "ParapetReporting", targets: ["ParapetReporting"]),
    .library(name: "ParapetDesk", targets: ["ParapetDesk"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "CXMLShim", dependencies: ["CLibXML2"]),
    .executableTarget(name: "parapet-solver", linkerSettings: [.linkedLibrary("CbcSolver")]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CFileSystem"),
    .target(name: "CCurlShim", dependencies: ["CCurl"]),

    .target(name: "ParapetModel", swiftSettings: settings),
    .target(name: "ParapetWorkbooks", dependencies: ["CLibXML2", "CLibZip"], swiftSettings: settings),
    .target(name: "ParapetHashing", dependencies: ["CCrypto"], swiftSettings: settings),
    .target(
      name: "ParapetFeeds", dependencies: ["ParapetModel", "ParapetHashing", "CLibXML2", "CXMLShim"],
      swiftSettings: settings),
    .target(
      name: "ParapetInput",
      dependencies: ["ParapetModel", "ParapetWorkbooks", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(
      name: "ParapetFetching", dependencies: ["ParapetModel", "ParapetHashing", "CCurlShim"],
      swiftSettings: settings),
    .target(
      name: "ParapetCatalogue",
      dependencies: ["ParapetModel", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .target(name: "ParapetBudgeting", dependencies: ["ParapetModel"], swiftSettings: settings),
    .target(name: "ParapetSearching", dependencies: ["ParapetModel"], swiftSettings: settings),
    .target(
      name: "ParapetMatching", dependencies: ["ParapetModel", "ParapetBudgeting", "ParapetSearching"],
      swiftSettings: settings),
    .target(
      name: "ParapetPlanning", dependencies: ["ParapetModel", "ParapetBudgeting", "ParapetMatching"],
      swiftSettings: settings),
    .target(
      name: "ParapetReporting",
      dependencies: [
        "CXlsxWriter", "ParapetModel", "ParapetBudgeting", "ParapetSearching", "ParapetMatching",
        "ParapetPlanning",
      ],
      swiftSettings: settings),
    .target(
      name: "ParapetDesk",
      dependencies: [
        "ParapetModel", "ParapetFeeds", "ParapetInput", "ParapetFetching", "ParapetCatalogue",
        "ParapetBudgeting", "ParapetSearching", "ParapetMatching", "ParapetPlanning", "ParapetReporting",
        "CFileSystem",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "parapet",
      dependencies: [
        "ParapetModel", "ParapetMatching", "ParapetBudgeting", "ParapetReporting", "ParapetDesk",
        "parapet-solver", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(name: "Loopback", path: "Tests/Loopback", swiftSettings: settings),
    .target(
      name: "BudgetSamples", dependencies: ["ParapetModel", "ParapetBudgeting"], path: "Tests/BudgetSamples",
      swiftSettings: settings),
    .target(name: "SeededDraws", path: "Tests/SeededDraws", swiftSettings: settings),
    .testTarget(
      name: "ParapetModelTests", dependencies: ["ParapetModel", "SeededDraws"], swiftSettings: settings),
    .testTarget(name: "ParapetHashingTests", dependencies: ["ParapetHashing"], swiftSettings: settings),
    .testTarget(
      name: "ParapetFeedsTests",
      dependencies: ["ParapetFeeds", "ParapetHashing", "ParapetInput", "ParapetWorkbooks", "SeededDraws"],
      exclude: ["Fixtures", "Quirks.md"], swiftSettings: settings),
    .testTarget(
      name: "ParapetInputTests",
      dependencies: ["ParapetInput", "ParapetWorkbooks", "CLibZip", "SeededDraws"],
      swiftSettings: settings),
    .testTarget(
      name: "ParapetFetchingTests",
      dependencies: ["ParapetFetching", "ParapetFeeds", "ParapetHashing", "Loopback"],
      swiftSettings: settings),
    .testTarget(
      name: "ParapetCatalogueTests",
      dependencies: ["ParapetCatalogue", "ParapetModel", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .testTarget(
      name: "ParapetSearchingTests", dependencies: ["ParapetSearching", "ParapetModel", "SeededDraws"],
      swiftSettings: settings),
    .testTarget(
      name: "ParapetMatchingTests",
      dependencies: [
        "ParapetMatching", "ParapetSearching", "ParapetFeeds", "ParapetInput", "ParapetBudgeting",
        "SeededDraws",
      ],
      exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(
      name: "ParapetBudgetingTests",
      dependencies: ["ParapetBudgeting", "ParapetFeeds", "ParapetInput", "BudgetSamples", "SeededDraws"],
      swiftSettings: settings),
    .testTarget(
      name: "ParapetPlanningTests",
      dependencies: [
        "ParapetPlanning", "ParapetBudgeting", "ParapetSearching", "ParapetMatching", "ParapetFeeds",
        "ParapetInput", "BudgetSamples",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ParapetReportingTests",
      dependencies: [
        "ParapetReporting", "ParapetBudgeting", "ParapetSearching", "ParapetFeeds", "ParapetInput",
        "ParapetWorkbooks",
      ],
      exclude: ["Goldens"],
      swiftSettings: settings),
    .testTarget(
      name: "ParapetDeskTests",
      dependencies: [
        "ParapetDesk", "ParapetModel", "ParapetBudgeting", "ParapetSearching", "ParapetMatching",
        "ParapetPlanning", "ParapetReporting", "parapet-solver",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "TranscriptTests", dependencies: ["parapet", "Loopback", "SeededDraws"],
      exclude: ["Fixtures", "Transcripts"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
