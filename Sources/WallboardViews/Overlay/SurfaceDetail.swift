import WallboardBoard
import WallboardEvents
import WallboardScreen

/// All that is known of a surface.
struct SurfaceDetail: RegionMaker {
  let context: FrameContext

  func facts(of surface: Surface) -> [Fact] {
    var list = FactList(context)
    list.add("Form", surface.title?.string)
    list.add("Stage", surface.stage.word, surface.stage.role)
    list.add("Since", at: surface.stageSince)
    list.add("Channel", surface.channel?.string)
    list.add("Review", surface.reviewRequired.map { $0 ? "required" : "not required" })
    list.add("Rejected for", surface.reason?.words(disclosure), .masked)
    list.heading("Fields")
    let count = surface.fieldsCount.map(String.init) ?? "an unknown number"
    let saved = surface.savedCount.map(String.init) ?? "an unknown number"
    list.add("Saved", "\(saved) of \(count)")
    list.add("", surface.fieldsSaved.map(\.string).joined(separator: ", "))
    list.heading("Ids")
    list.add("Surface", surface.surfaceID.rawValue, .identifier)
    list.add("Entity", surface.entityID?.rawValue, .identifier)
    list.add("Made from", surface.originalSurfaceID?.rawValue, .identifier)
    return list.facts
  }
}
