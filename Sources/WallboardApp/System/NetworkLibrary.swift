import WallboardNetwork

/// The library that talks to the platform.
package enum NetworkLibrary {
  /// The release that is in use.
  package static var version: String { PlatformQuery.libraryVersion }
}
