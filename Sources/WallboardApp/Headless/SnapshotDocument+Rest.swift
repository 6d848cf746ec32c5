import WallboardBoard
import WallboardEvents

struct OperatorDocument: JSONWritable {
  let person: Operator

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("call_sid", person.callSID)
      try members.member("mode", person.mode)
      try members.member("name", person.name)
      try members.member("operator_id", person.operatorID)
      try members.member("status", person.status)
      try members.member("status_since", person.statusSince)
    }
  }
}

struct SurfaceDocument: JSONWritable {
  let surface: Surface

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("channel", surface.channel)
      try members.member("entity_id", surface.entityID)
      try members.member("fields_count", surface.fieldsCount)
      try members.member("fields_saved", surface.fieldsSaved)
      try members.member("original_surface_id", surface.originalSurfaceID)
      try members.member("reason", surface.reason)
      try members.member("review_required", surface.reviewRequired)
      try members.member("stage", surface.stage.rawValue)
      try members.member("stage_since", surface.stageSince)
      try members.member("surface_id", surface.surfaceID)
    }
  }
}

struct TextSessionDocument: JSONWritable {
  let session: TextSession

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("channel_kind", session.channelKind)
      try members.member("entity_id", session.entityID)
      try members.member("service_id", session.serviceID)
      try members.member("session_id", session.sessionID)
      try members.member("started_at", session.startedAt)
    }
  }
}

struct EndedTextSessionsDocument: JSONWritable {
  private let ended: EndedTextSessions

  init(_ ended: EndedTextSessions) {
    self.ended = ended
  }

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("count", ended.count)
      try members.member("duration_seconds_sum", ended.durationSum)
      try members.member("turn_count_sum", ended.turnCountSum)
    }
  }
}
