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

let orderedCollections = Target.Dependency.product(
  name: "OrderedCollections", package: "swift-collections")
let dequeModule = Target.Dependency.product(name: "DequeModule", package: "swift-collections")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let tomlKit = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let flyingFox = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")

let package = Package(
  name: "wallboard",
  products: [
    .executable(name: "wallboard", targets: ["wallboard"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    // Layer 0: the two system libraries, and what is written in a crash.
    .systemLibrary(name: "CBlackBox"),
    .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),

    // Layer 1: bytes, screen, and the domain, which is read from bytes.
    .target(name: "WallboardStreams", swiftSettings: strict + [lifetimes]),
    .target(name: "WallboardScreen", swiftSettings: strict),
    .target(
      name: "WallboardCore", dependencies: ["WallboardStreams", orderedCollections, dequeModule],
      swiftSettings: strict + [lifetimes]),

    // Layer 2: the platform's dialect, the panels, ncurses.
    .target(
      name: "WallboardPlatform", dependencies: ["WallboardCore", "WallboardStreams"],
      swiftSettings: strict),
    .target(
      name: "WallboardViews",
      dependencies: ["WallboardCore", "WallboardScreen", orderedCollections, dequeModule],
      swiftSettings: strict),
    .target(
      name: "WallboardTerminal", dependencies: ["CNcurses", "WallboardScreen"],
      swiftSettings: strict),

    // Layer 3: libcurl on its own thread; recordings; the pretend platform.
    .target(
      name: "WallboardNetwork",
      dependencies: ["CCurl", "WallboardStreams", "WallboardPlatform", "WallboardCore"],
      swiftSettings: strict),
    .target(
      name: "WallboardRecording",
      dependencies: ["WallboardCore", "WallboardPlatform", orderedCollections, dequeModule],
      swiftSettings: strict),
    .target(
      name: "WallboardSimulator", dependencies: [flyingFox, flyingSocks],
      swiftSettings: strict),

    // Layer 4: the run loop, configuration, headless modes.
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
        "CBlackBox", "WallboardStreams", "WallboardScreen", "WallboardCore", "WallboardPlatform",
        "WallboardViews", "WallboardNetwork", "WallboardRecording", "WallboardThemes",
        orderedCollections, dequeModule,
        tomlKit, logging,
      ],
      swiftSettings: strict),

    // Layer 5: the command line, the benchmarks and what the Autobahn|Testsuite talks to.
    .executableTarget(
      name: "wallboard",
      dependencies: [
        "WallboardApp", "WallboardTerminal", "WallboardSimulator", "WallboardRecording",
        argumentParser,
      ],
      swiftSettings: strict),
    .target(name: "CAllocations"),
    .executableTarget(
      name: "wallboard-bench",
      dependencies: [
        "CAllocations", "WallboardStreams", "WallboardScreen", "WallboardCore", "WallboardPlatform",
        "WallboardRecording", "WallboardViews", "WallboardTerminal", "WallboardApp",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "autobahn-client",
      dependencies: ["WallboardNetwork", "WallboardPlatform", "WallboardStreams"],
      swiftSettings: strict),

    // Tests, one target per module, and the rules that hold between modules.
    .testTarget(
      name: "WallboardStreamsTests", dependencies: ["TestSupport", "WallboardStreams"],
      swiftSettings: strict),
    .testTarget(
      name: "WallboardScreenTests", dependencies: ["TestSupport", "WallboardScreen"],
      swiftSettings: strict),
    .testTarget(
      name: "WallboardCoreTests",
      dependencies: ["TestSupport", "WallboardCore", orderedCollections, dequeModule],
      swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .target(name: "EventFixtures", path: "Tests/EventFixtures", swiftSettings: strict),
    .testTarget(
      name: "WallboardPlatformTests",
      dependencies: [
        "TestSupport", "EventFixtures", "WallboardPlatform", "WallboardCore", "WallboardStreams",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "WallboardViewsTests",
      dependencies: [
        "TestSupport", "WallboardViews", "WallboardScreen", "WallboardCore", orderedCollections,
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
        "TestSupport", "EventFixtures", "WallboardNetwork", "WallboardPlatform", "WallboardCore",
        "WallboardStreams", flyingFox, flyingSocks, orderedCollections,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "WallboardRecordingTests",
      dependencies: [
        "TestSupport", "EventFixtures", "WallboardRecording", "WallboardPlatform", "WallboardCore",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "WallboardSimulatorTests", dependencies: ["TestSupport", "WallboardSimulator"],
      swiftSettings: strict),
    .testTarget(
      name: "WallboardAppTests",
      dependencies: [
        "TestSupport", "WallboardApp", "WallboardNetwork", "WallboardPlatform", "WallboardCore",
        "WallboardScreen", "WallboardViews", "WallboardRecording", "WallboardSimulator",
        "WallboardThemes", "wallboard",
        orderedCollections, dequeModule, logging,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "EventFixtures", "WallboardApp", "WallboardPlatform", "WallboardCore",
        "WallboardRecording", "WallboardScreen", "WallboardStreams", "WallboardViews",
        orderedCollections,
      ],
      path: "Tests/Fuzz/Targets", swiftSettings: strict),
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
