package import WallboardScreen

/// What a board reaches besides its screen and the network; what is `nil` is not there.
package struct BoardServices {
  package var memory: LayoutMemory?
  package var views: ViewFile?
  package var alarm: Alarm?
  package var log: ActionLog?
  package var recorder: Recorder?
  package var blackBox: BlackBox?
  /// What to say where there is none.
  package var blackBoxProblem = "The last minutes are not kept"
  /// The themes that can be chosen.
  package var themes: [Theme] = []

  /// Nothing is remembered, saved, heard or logged.
  package init() {}
}
