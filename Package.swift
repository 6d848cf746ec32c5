// swift-tools-version: 6.2

import PackageDescription

/// What every target is compiled with: imports are internal unless they say otherwise, a member is
/// visible only where its module is imported, existentials say `any`, pointers say `unsafe`, and a
/// warning stops the build.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// For types that hold a `Span`, and so may not outlive it.
let lifetimes = SwiftSetting.enableExperimentalFeature("Lifetimes")

/// A release has the Swift run-time inside: it starts faster, calls it directly, and runs where no Swift is
/// installed; libcurl, ncurses and libstdc++ stay the system's. What FoundationEssentials needs is named in
/// modules that are read only where all is compiled for it, dependencies too: so it stands here. All of
/// Foundation would bring ICU, five times as large as the rest: `.ci/package` and the tests of what is
/// imported fail where it comes back. Tests are built for debugging alone. Nothing may depend on a
/// package that says so; nothing does.
#if compiler(<6.4)
  let standalone: [LinkerSetting] = [
    .unsafeFlags(
      ["-static-stdlib", "-l_FoundationCollections", "-l_FoundationCShims"],
      .when(configuration: .release))
  ]
#else
  // Swift 6.4 builds by another system, with which this was not tried.
  let standalone: [LinkerSetting] = []
#endif

/// The commit that is built, for `--version`: as whoever packs it says, else as git did when SwiftPM last
/// read this file, which it does not do again for every commit.
let commit =
  Context.environment["WALLBOARD_COMMIT"].map { String($0.prefix(8)) }
  ?? Context.gitInformation.map { "\($0.currentCommit.prefix(8)) or later" } ?? ""

let orderedCollections = Target.Dependency.product(
  name: "OrderedCollections", package: "swift-collections")
let dequeModule = Target.Dependency.product(name: "DequeModule", package: "swift-collections")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let tomlKit = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")

let package = Package(
  name: "wallboard",
  products: [
    .executable(name: "wallboard", targets: ["wallboard"]),
    // For whoever works on it: `swift build --product wallboard` builds neither.
    .executable(name: "wallboard-bench", targets: ["wallboard-bench"]),
    .executable(name: "autobahn-client", targets: ["autobahn-client"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    // Layer 0: the two system libraries, what is written in a crash, and chance with a seed.
    .systemLibrary(name: "CBlackBox"),
    .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(name: "SplitMix64", swiftSettings: strict),
    .target(
      name: "CVersion", cSettings: [.define("WALLBOARD_COMMIT", to: "\"\(commit)\"")]),

    // Layer 1: the system's failures, bytes and the screen. None knows another.
    .target(name: "WallboardSystem", swiftSettings: strict),
    .target(name: "WallboardWire", swiftSettings: strict + [lifetimes]),
    .target(name: "WallboardScreen", swiftSettings: strict),

    // Layers 2 and 3: what the platform says; what is known of it, and how the platform is asked.
    .target(
      name: "WallboardEvents", dependencies: ["WallboardWire"],
      swiftSettings: strict + [lifetimes]),
    .target(
      name: "WallboardBoard",
      dependencies: ["WallboardEvents", "WallboardWire", orderedCollections, dequeModule],
      swiftSettings: strict),
    .target(
      name: "WallboardPlatform", dependencies: ["WallboardEvents", "WallboardWire"],
      swiftSettings: strict),

    // Layer 4: the panels, ncurses; libcurl on its own thread; recordings; the pretend platform.
    .target(
      name: "WallboardViews",
      dependencies: [
        "WallboardBoard", "WallboardEvents", "WallboardScreen", orderedCollections, dequeModule,
      ],
      swiftSettings: strict),
    .target(
      name: "WallboardTerminal", dependencies: ["CNcurses", "WallboardSystem", "WallboardScreen"],
      swiftSettings: strict),
    .target(
      name: "WallboardNetwork",
      dependencies: [
        "CCurl", "WallboardSystem", "WallboardWire", "WallboardEvents", "WallboardPlatform",
      ],
      swiftSettings: strict),
    .target(
      name: "WallboardRecording",
      dependencies: ["WallboardBoard", "WallboardEvents", dequeModule],
      swiftSettings: strict),
    .target(
      name: "WallboardSimulator", dependencies: ["SplitMix64", flyingSocks],
      swiftSettings: strict),

    // Layer 5: the run loop, configuration, headless modes.
    .target(
      name: "WallboardThemes", path: "Themes",
      resources: [
        .embedInCode("default.toml"), .embedInCode("dark.toml"), .embedInCode("light.toml"),
        .embedInCode("high-contrast.toml"), .embedInCode("colour-blind.toml"),
        .embedInCode("mono.toml"),
      ],
      swiftSettings: strict),
    .target(
      name: "WallboardApp",
      dependencies: [
        "CBlackBox", "WallboardSystem", "WallboardWire", "WallboardScreen", "WallboardBoard",
        "WallboardEvents", "WallboardPlatform",
        "WallboardViews", "WallboardNetwork", "WallboardRecording", "WallboardThemes",
        orderedCollections, dequeModule,
        tomlKit, logging,
      ],
      swiftSettings: strict),

    // Layer 6: the command line, the benchmarks and what the Autobahn|Testsuite talks to.
    .executableTarget(
      name: "wallboard",
      dependencies: [
        "CVersion", "WallboardSystem", "WallboardScreen", "WallboardEvents", "WallboardBoard",
        "WallboardPlatform", "WallboardViews", "WallboardTerminal", "WallboardSimulator",
        "WallboardRecording", "WallboardApp", argumentParser,
      ],
      swiftSettings: strict, linkerSettings: standalone),
    .target(name: "CAllocations"),
    .executableTarget(
      name: "wallboard-bench",
      dependencies: [
        "CAllocations", "SplitMix64", "WallboardWire", "WallboardScreen", "WallboardBoard",
        "WallboardEvents", "WallboardRecording", "WallboardViews", "WallboardTerminal",
        "WallboardApp",
      ],
      swiftSettings: strict, linkerSettings: standalone),
    .executableTarget(
      name: "autobahn-client",
      dependencies: ["WallboardNetwork", "WallboardPlatform", "WallboardWire"],
      swiftSettings: strict, linkerSettings: standalone),

    // Tests, one target per module, and the rules that hold between modules.
    .testTarget(
      name: "WallboardSystemTests", dependencies: ["TestSupport", "WallboardSystem"],
      swiftSettings: strict),
    .testTarget(
      name: "WallboardWireTests", dependencies: ["TestSupport", "WallboardWire"],
      swiftSettings: strict),
    .testTarget(
      name: "WallboardScreenTests", dependencies: ["TestSupport", "WallboardScreen"],
      swiftSettings: strict),
    .testTarget(
      name: "WallboardBoardTests",
      dependencies: [
        "TestSupport", "WallboardBoard", "WallboardEvents", orderedCollections, dequeModule,
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["SplitMix64", flyingSocks], path: "Tests/TestSupport",
      swiftSettings: strict),
    .target(
      name: "EventFixtures", dependencies: ["WallboardSystem"], path: "Tests/EventFixtures",
      swiftSettings: strict),
    .testTarget(
      name: "WallboardEventsTests",
      dependencies: [
        "TestSupport", "EventFixtures", "WallboardBoard", "WallboardPlatform", "WallboardEvents",
        "WallboardWire",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "WallboardPlatformTests",
      dependencies: [
        "TestSupport", "WallboardPlatform", "WallboardBoard", "WallboardEvents", "WallboardWire",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "WallboardViewsTests",
      dependencies: [
        "TestSupport", "WallboardViews", "WallboardScreen", "WallboardBoard", "WallboardEvents",
        orderedCollections,
      ],
      resources: [.copy("Golden")],
      swiftSettings: strict),
    .testTarget(
      name: "WallboardTerminalTests",
      dependencies: ["TestSupport", "WallboardTerminal", "WallboardScreen"],
      swiftSettings: strict),
    .testTarget(
      name: "WallboardNetworkTests",
      dependencies: [
        "CCurl", "TestSupport", "EventFixtures", "WallboardSystem", "WallboardNetwork",
        "WallboardPlatform", "WallboardBoard", "WallboardEvents", "WallboardWire", flyingSocks,
        orderedCollections,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "WallboardRecordingTests",
      dependencies: [
        "TestSupport", "EventFixtures", "WallboardRecording", "WallboardBoard", "WallboardEvents",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "WallboardSimulatorTests", dependencies: ["TestSupport", "WallboardSimulator"],
      swiftSettings: strict),
    .target(
      name: "AppFixtures",
      dependencies: [
        "WallboardSystem", "WallboardApp", "WallboardBoard", "WallboardEvents",
        "WallboardRecording", "WallboardScreen",
      ],
      path: "Tests/AppFixtures", swiftSettings: strict),
    .testTarget(
      name: "WallboardAppTests",
      dependencies: [
        "TestSupport", "AppFixtures", "WallboardSystem", "WallboardApp", "WallboardPlatform",
        "WallboardNetwork", "WallboardBoard", "WallboardEvents", "WallboardScreen",
        "WallboardViews", "WallboardRecording", orderedCollections, logging,
      ],
      swiftSettings: strict),
    // The built program, and sessions against the simulator.
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "TestSupport", "AppFixtures", "WallboardApp", "WallboardPlatform", "WallboardBoard",
        "WallboardEvents", "WallboardScreen", "WallboardViews", "WallboardRecording",
        "WallboardSimulator", "wallboard", orderedCollections, dequeModule,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "EventFixtures", "WallboardApp", "WallboardPlatform", "WallboardBoard", "WallboardEvents",
        "WallboardRecording", "WallboardScreen", "WallboardWire", "WallboardViews",
        orderedCollections,
      ],
      path: "Tests/Fuzz/Targets", swiftSettings: strict),
    .testTarget(
      name: "CorpusTests",
      dependencies: [
        "TestSupport", "EventFixtures", "FuzzTargets", "WallboardApp", "WallboardNetwork",
        "WallboardPlatform", "WallboardBoard", "WallboardEvents", "WallboardRecording",
        orderedCollections, dequeModule,
      ],
      resources: [.copy("Corpus")], swiftSettings: strict),
    .testTarget(
      name: "FuzzTests", dependencies: ["TestSupport", "FuzzTargets"], swiftSettings: strict),
  ]
)

// libFuzzer brings a `main` of its own: see Tests/Fuzz/run.
if Context.environment["WALLBOARD_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "wallboard-fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Driver",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
