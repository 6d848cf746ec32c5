import WallboardEvents

/// The moment so many seconds after the tests' first one, 2025-12-17T19:33:20Z.
func second(_ seconds: Int64) -> Timestamp {
  Timestamp(milliseconds: 1_766_000_000_000 + seconds * 1000)
}
