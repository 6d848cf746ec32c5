// Whoever imports TestSupport has the seeded generator too.
@_exported public import SplitMix64
