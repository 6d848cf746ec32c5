import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  func drawSurfaces(in frame: PanelFrame, on page: inout Page) {
    drawTable(.surfaces, SurfaceColumns.all, in: frame, on: &page.canvas, drawn: &page.surfaces) {
      row in
      guard case .surface(let id) = row else { return nil }
      return board.surfaces[id]
    }
  }
}

/// The columns of the surfaces.
enum SurfaceColumns {
  static let all: [Column<Surface>] = [
    Column(.stage, 16, rank: 0) { surface, scene in
      let stage = surface.stage
      return Phrase("\(stage.mark(scene.glyphs)) \(stage.word)", stage.role)
    },
    Column(.since, 6, to: 7, rank: 1, alignment: .right) { surface, scene in
      Phrase(Durations.coarse(scene.now.seconds(since: surface.stageSince)), .time)
    },
    Column(.progress, 5, rank: 4, title: "") { surface, scene in
      Phrase(surface.stage.progress(scene.glyphs), surface.stage.role)
    },
    Column(.saved, 7, rank: 2, alignment: .right, phrase: fields),
    Column(.saved, 5, rank: 6, title: "", phrase: bar),
    Column(.form, 18, to: 34, rank: 3) { surface, _ in
      Phrase(surface.title?.string ?? surface.surfaceID.short)
    },
    Column(.channel, 8, to: 10, rank: 5) { surface, _ in
      Phrase(surface.channel?.string.withoutUnderscores ?? "", .muted)
    },
    Column(.entity, 7, to: 10, rank: 8) { surface, _ in
      Phrase(surface.entityID?.short ?? "", .muted)
    },
    Column(.note, 14, to: 40, rank: 7, phrase: note),
  ]

  private static func fields(_ surface: Surface, _ scene: Scene) -> Phrase {
    let saved = surface.savedCount.map(String.init) ?? "?"
    guard let count = surface.fieldsCount else {
      return Phrase(surface.savedCount == nil ? "" : saved + "/?")
    }
    return Phrase("\(saved)/\(count)")
  }

  private static func bar(_ surface: Surface, _ scene: Scene) -> Phrase {
    guard let count = surface.fieldsCount, count > 0, surface.stage.isWithPatient,
      let savedCount = surface.savedCount
    else { return .empty }
    // The first saved field shows already, and only the last fills the bar. The count is the
    // platform's and may be any number: sums with it would overflow.
    let share = Double(min(savedCount, count)) / Double(count)
    let full = savedCount >= count ? 5 : min(4, Int((share * 5).rounded(.up)))
    return Phrase(
      String(repeating: scene.glyphs.gaugeFull, count: full)
        + String(repeating: scene.glyphs.gaugeEmpty, count: 5 - full), .gaugeFull)
  }

  private static func note(_ surface: Surface, _ scene: Scene) -> Phrase {
    if surface.stage == .rejected, let reason = surface.reason {
      return Phrase(reason.words(scene.disclosure), .masked)
    }
    guard surface.reviewRequired == true, surface.stage.awaitsDecision else { return .empty }
    return Phrase("to be reviewed", .muted)
  }
}
