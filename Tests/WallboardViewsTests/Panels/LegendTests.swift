import Testing
import TestSupport
import WallboardBoard
import WallboardEvents
import WallboardScreen
@testable import WallboardViews

/// What the lower borders say of signs.
@Suite(.inTurn)
struct LegendTests {
  static let sets: [(String, GlyphSet)] = [
    ("unicode", .unicode), ("console", .console), ("ascii", .ascii),
  ]

  /// Boards that have as many signs as possible between them.
  static func boards() throws -> [SampleBoard] {
    let many = try SampleBoard.many()
    return try [
      many, .one(), .following(), .followingEnded(), .followingWithGap(), .withGap(), .hour(),
      .changing(), many.with(.acknowledge), .everyAlert(),
    ]
  }

  /// Every sign that is drawn in rows is drawn as what its legend explains: what looks like a sign in
  /// the cells of a region is among the signs that the region tells of.
  @Test(arguments: Panel.allCases)
  func everySignInARowIsExplained(panel: Panel) throws {
    var found: Set<Sign> = []
    for board in try Self.boards() {
      for size in [Size(width: 80, height: 24), Size(width: 240, height: 60)] {
        let regions = try regions(board.with(.focus(panel)), size) {
          if case .line(panel, _) = $0 { true } else { false }
        }
        for part in regions { found.formUnion(try expectExplained(part)) }
      }
    }
    #expect(found.count > 1, "\(panel)")
  }

  @Test(arguments: PaneDensity.allCases)
  func everySignInAFollowedCallIsExplained(density: PaneDensity) throws {
    var found: Set<Sign> = []
    for board in try Self.boards() where !board.state.view.panes.isEmpty {
      var board = board
      while board.state.view.density != density { board = board.with(.changeDensity) }
      let regions = try regions(board, Size(width: 240, height: 90)) {
        switch $0 {
        case .paneLine, .paneFacts, .paneSide: true
        case _: false
        }
      }
      for part in regions { found.formUnion(try expectExplained(part)) }
    }
    #expect(found.contains(.caller) && found.contains(.ai), "\(density)")
  }

  private func regions(
    _ board: SampleBoard, _ size: Size, _ isWanted: (FramePlan.Slot) -> Bool
  ) throws -> [FramePlan.Part] {
    var board = board
    board.frame(size: size, settings: Picture.settings(), at: SampleBoard.now)
    var caches: [CallSID: EntryCache] = [:]
    let planner = FramePlanner(context: FrameContext(board.state, Picture.settings()))
    return planner.plan(size: size, caches: &caches).parts.filter { isWanted($0.slot) }
  }

  private func expectExplained(_ part: FramePlan.Part) throws -> [Sign] {
    let glyphs = GlyphSet.unicode
    var canvas = Canvas(
      size: Size(width: part.area.columns.upperBound, height: part.area.rows.upperBound))
    part.region.draw(in: part.area, on: &canvas)
    let signs = part.region.signs(glyphs)
    let explained = Set(signs.flatMap { Self.characters(of: $0, glyphs) })
    let drawn = Set(canvas.rows.joined()).intersection(Self.signCharacters(glyphs))
    #expect(drawn.isSubset(of: explained), "\(canvas.rows.filter { !$0.isEmpty })")
    return signs
  }

  /// What no words are written with.
  private static func signCharacters(_ glyphs: GlyphSet) -> Set<Character> {
    let all = Set(Sign.allCases.flatMap { characters(of: $0, glyphs) })
    // These stand in texts and between words, too.
    return all.subtracting(["–", "?", "+", "1", "·", "…", "→"])
  }

  private static func characters(of sign: Sign, _ glyphs: GlyphSet) -> [Character] {
    switch sign {
    case .trend, .history: glyphs.levels
    case .progress: [glyphs.filledDot, glyphs.halfDot, glyphs.hollowDot, glyphs.failure]
    case _: Array(sign.text(glyphs))
    }
  }

  @Test(arguments: sets)
  func everySignIsInTheHelpWithItsWords(_: String, glyphs: GlyphSet) {
    #expect(HelpSigns.all.flatMap(\.signs).sorted() == Sign.allCases)
    for sign in Sign.allCases {
      #expect(!sign.word.isEmpty && sign.word.count <= 18)
      let lettering = Lettering(glyphs)
      #expect(lettering.width(of: lettering.fitted(sign.text(glyphs), to: 9)) <= 4)
    }
    for line in HelpSigns.all { #expect(Lettering(glyphs).width(of: line.label(glyphs)) <= 21) }
  }

  /// No colour is needed to tell signs of one panel apart in Unicode; each has a meaning of its own.
  @Test func noTwoOfAPanelLookAlike() {
    let panels: [[Sign]] = [
      [.critical, .warning, .waiting, .withOperator, .backWithAI, .monitored, .followed],
      [.available, .busy, .offline], [.critical, .warning, .acknowledged, .over],
      [.caller, .ai, .operatorOnCall, .somebody], [.toolRunning, .toolDone, .toolFailed],
      [
        .callerSpeech, .navigationTime, .renderingTime, .engineTime, .audioTime, .toolTime,
        .aiSpeech,
      ],
    ]
    for (_, glyphs) in Self.sets {
      for signs in panels { #expect(Set(signs.map { $0.text(glyphs) }).count == signs.count) }
    }
  }

  @Test func itIsShownOnDemandAndNotOnAWall() throws {
    let size = Size(width: 120, height: 40)
    let board = try SampleBoard.many()
    #expect(!Picture.draw(board, size).rows.joined().contains("▲ critical"))
    let shown = board.with(.toggleLegend)
    #expect(Picture.draw(shown, size).rows.contains { $0.hasPrefix("╰─ ▲ critical  ") })
    #expect(Picture.draw(shown.with(.toggleLegend), size) == Picture.draw(board, size))
    let wall = try SampleBoard.busyWall()
    #expect(Picture.draw(wall.with(.toggleLegend), size) == Picture.draw(wall, size))
  }

  @Test func whoNeedsSomebodyGoesBeforeIt() throws {
    let size = Size(width: 80, height: 24)
    var board = try SampleBoard.many()
    board.frame(size: size, settings: Picture.settings(), at: SampleBoard.now)
    board.act(.intent(.toggleLegend))
    for _ in 0..<30 { board.act(.intent(.moveDown)) }
    let line = Picture.draw(board, size).rows[22]
    #expect(line.hasPrefix("╰─ ▲ 5 waiting above ─"), "\(line)")
    #expect(line.contains("▸ selected") && line.contains(" of 36 ─╯"), "\(line)")
  }

  @Test func whatDoesNotFitIsLeftOutWholeAndSaidToBe() {
    let legend = Legend([.selected, .critical, .followed, .critical])
    #expect(legend.signs == [.critical, .followed, .selected])
    for width in 0...60 {
      var canvas = Canvas(size: Size(width: width, height: 1))
      legend.draw(in: Rect(x: 0, y: 0, width: width, height: 1), on: &canvas)
      let line = canvas.rows[0]
      let whole = " ▲ critical  ◆1 followed  ▸ selected"
      switch width {
      case ..<14: #expect(line.allSatisfy { $0 == " " }, "\(width)")
      case 14..<27: #expect(line.trimmed == " ▲ critical …", "\(width)")
      case 27..<37: #expect(line.trimmed == " ▲ critical  ◆1 followed …", "\(width)")
      case _: #expect(line.trimmed == whole, "\(width)")
      }
    }
  }

  @Test(arguments: sets, [Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func panels(_ set: (String, GlyphSet), size: Size) throws {
    let board = try SampleBoard.many().with(.toggleLegend)
    let canvas = Picture.draw(board, size, Picture.settings(glyphs: set.1))
    try Golden.expect(canvas, named: "legend-\(set.0)")
  }

  @Test(arguments: sets, [Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func panes(_ set: (String, GlyphSet), size: Size) throws {
    let board = try SampleBoard.following().with(.toggleLegend)
    let canvas = Picture.draw(board, size, Picture.settings(glyphs: set.1))
    try Golden.expect(canvas, named: "legend-follow-\(set.0)")
  }

  @Test(arguments: [Panel.operators, .surfaces, .activity, .alerts, .numbers])
  func others(panel: Panel) throws {
    let board = try SampleBoard.many().with(.focus(panel), .toggleLegend)
    let canvas = Picture.draw(board, Size(width: 80, height: 24))
    try Golden.expect(canvas, named: "legend-\(panel.rawValue)")
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
