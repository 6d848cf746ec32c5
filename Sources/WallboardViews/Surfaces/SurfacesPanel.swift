import WallboardBoard
import WallboardEvents
import WallboardScreen

struct SurfaceRow: TableRow {
  let surface: Surface
  /// Without its fraction of a second.
  let now: Timestamp
  let disclosure: Disclosure

  static func columns(in width: Int) -> [Column<SurfaceRow>] {
    [
      Column(.stage, 16, rank: 0) { row, glyphs in
        row.surface.stage.phrase(glyphs)
      },
      Column(.since, 6, to: 7, rank: 1, alignment: .right) { row, _ in
        StyledText(Durations.coarse(row.now.seconds(since: row.surface.stageSince)), .time)
      },
      Column(.progress, 5, rank: 6, title: "") { row, glyphs in
        StyledText(row.surface.stage.progress(glyphs), row.surface.stage.role).signed(.progress)
      },
      Column(.saved, 7, rank: 2, alignment: .right) { row, _ in fields(row.surface) },
      Column(.saved, 5, rank: 8, title: "") { bar($0.surface, $1) },
      Column(.form, 14, good: 20, to: 34, rank: 0) { row, _ in
        StyledText(row.surface.title?.string ?? row.surface.surfaceID.short)
      },
      Column(.channel, 8, to: 10, rank: 7) { row, _ in
        StyledText(row.surface.channel?.spoken ?? "", .muted)
      },
      Column(.entity, 7, to: 10, rank: 10) { row, _ in
        StyledText(row.surface.entityID?.short ?? "", .muted)
      },
      Column(.note, 14, to: 40, rank: 9) { row, _ in note(row) },
    ]
  }

  private static func fields(_ surface: Surface) -> StyledText {
    guard surface.savedCount != nil || surface.fieldsCount != nil else { return .empty }
    let numbers = [surface.savedCount, surface.fieldsCount]
    let words = numbers.map { $0.map(String.init) ?? "?" }.joined(separator: "/")
    return StyledText(words).signed(numbers.contains(nil) ? .unknown : nil)
  }

  private static func bar(_ surface: Surface, _ glyphs: GlyphSet) -> StyledText {
    guard let count = surface.fieldsCount, count > 0, surface.stage.isWithPatient,
      let savedCount = surface.savedCount
    else { return .empty }
    // The first saved field counts, and only the last fills the bar. The count comes from the
    // platform and may be any number: integer sums with it could overflow.
    let share = Double(min(savedCount, count)) / Double(count)
    let full = savedCount >= count ? 5 : min(4, Int((share * 5).rounded(.up)))
    return StyledText(
      String(repeating: glyphs.gaugeFull, count: full)
        + String(repeating: glyphs.gaugeEmpty, count: 5 - full), .gaugeFull
    ).signed(.fieldsSaved)
  }

  private static func note(_ row: SurfaceRow) -> StyledText {
    let surface = row.surface
    if surface.stage == .rejected, let reason = surface.reason {
      return StyledText(reason.words(row.disclosure), .masked)
    }
    guard surface.reviewRequired == true, surface.stage.awaitsDecision else { return .empty }
    return StyledText("needs a review", .muted)
  }
}

struct SurfacesPanel: PanelContent {
  static let title = "Forms"
  static let shortTitle = "Forms"
  static let emptyTitle = "No open forms"
  static let emptyExplanation = "Forms appear here once they are created for a patient."
  static let sources: [SnapshotSource] = [.surfaces]
  static let isCountedWhileHidden = true

  let context: FrameContext

  var count: Int? { board.surfaces.count }

  var concern: StyledText? {
    counted(board.surfaces.count { $0.stage == .pendingReview }, "to review", .surfaceReview)
  }

  func row(_ id: RowID) -> SurfaceRow? {
    guard case .surface(let id) = id else { return nil }
    return board.surfaces[id].map {
      SurfaceRow(surface: $0, now: context.wholeSecond, disclosure: disclosure)
    }
  }

  func detail(of id: RowID) -> (title: String, facts: [Fact])? {
    guard case .surface(let id) = id else { return nil }
    let facts = board.surfaces[id].map(SurfaceDetail(context: context).facts)
    return ("Form \(id.short)", facts ?? Fact.gone("This form is no longer on the board."))
  }
}

extension SurfaceStage {
  var role: StyleRole {
    switch self {
    case .created, .delivered: .surfacePending
    case .opened, .inProgress, .submitted: .surfaceActive
    case .pendingReview: .surfaceReview
    case .approved: .surfaceDone
    case .rejected: .surfaceRejected
    case .archived: .surfaceArchived
    }
  }

  private var sign: Sign? {
    switch self {
    case .pendingReview: .toReview
    case .approved: .approved
    case .rejected: .rejected
    case .created, .delivered, .opened, .inProgress, .submitted, .archived: nil
    }
  }

  fileprivate func phrase(_ glyphs: GlyphSet) -> StyledText {
    sign.map { StyledText($0, glyphs, spoken, role) } ?? StyledText("  \(spoken)", role)
  }

  /// How far it came: made, sent, opened, handed in, decided.
  fileprivate func progress(_ glyphs: GlyphSet) -> String {
    switch self {
    case .created: steps(1, glyphs)
    case .delivered: steps(2, glyphs)
    case .opened: steps(3, glyphs)
    case .inProgress: steps(3, then: glyphs.halfDot, glyphs)
    case .submitted: steps(4, glyphs)
    case .pendingReview: steps(4, then: glyphs.halfDot, glyphs)
    case .approved: steps(5, glyphs)
    case .rejected: steps(4, then: glyphs.failure, glyphs)
    case .archived: ""
    }
  }

  private func steps(_ done: Int, then next: Character? = nil, _ glyphs: GlyphSet) -> String {
    var text = String(repeating: glyphs.filledDot, count: done)
    if let next { text.append(next) }
    return text + String(repeating: glyphs.hollowDot, count: 5 - text.count)
  }
}

/// Everything that is known of a surface.
struct SurfaceDetail: RegionMaker {
  let context: FrameContext

  func facts(of surface: Surface) -> [Fact] {
    var list = FactList(context)
    list.add("Title", surface.title?.string)
    list.add("Stage", surface.stage.spoken, surface.stage.role)
    list.add("Since", at: surface.stageSince)
    list.add("Channel", surface.channel?.spoken)
    list.add("Review", surface.reviewRequired.map { $0 ? "required" : "not required" })
    list.add("Rejected for", surface.reason?.words(disclosure), .masked)
    list.heading("Fields")
    let count = surface.fieldsCount.map(String.init) ?? "an unknown number"
    let saved = surface.savedCount.map(String.init) ?? "an unknown number"
    list.add("Saved", "\(saved) of \(count)")
    list.add("", surface.fieldsSaved.map(\.string).joined(separator: ", "))
    list.heading("IDs")
    list.add("Form", surface.surfaceID.rawValue, .identifier)
    list.add("Patient", surface.entityID?.rawValue, .identifier)
    list.add("Replaces", surface.originalSurfaceID?.rawValue, .identifier)
    return list.facts
  }
}
