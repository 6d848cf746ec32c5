/// `surface.archived`: A surface was put away.
package struct SurfaceArchived: WorkspaceEventPayload {
  package static let name = "surface.archived"
  package var surfaceID: SurfaceID
  /// Not in any published schema (C5).
  package var entityID: EntityID?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case surfaceID = "surface_id"
    case entityID = "entity_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    surfaceID.short
  }
}

/// `surface.created`: A form for a patient was made.
package struct SurfaceCreated: WorkspaceEventPayload {
  package static let name = "surface.created"
  package var surfaceID: SurfaceID
  package var entityID: EntityID
  package var channel: Text?
  package var fieldsCount: Int?
  package var source: Text?
  package var formTemplateID: Text?
  package var reviewRequired: Bool?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case surfaceID = "surface_id"
    case entityID = "entity_id"
    case channel
    case fieldsCount = "fields_count"
    case source
    case formTemplateID = "form_template_id"
    case reviewRequired = "review_required"
  }

  package func summary(_ context: SummaryContext) -> String {
    let fields = fieldsCount.map { ", \($0) fields" } ?? ""
    return surfaceID.short + (channel.map { " for \($0)" } ?? "") + fields
  }
}

/// `surface.delivered`: A surface went out to the patient.
package struct SurfaceDelivered: WorkspaceEventPayload {
  package static let name = "surface.delivered"
  package var surfaceID: SurfaceID
  package var entityID: EntityID
  package var channel: Text
  package var channelAddress: Protected<PersonalIdentifier>?
  package var deliveryStatus: Text?
  package var messageID: Text?
  package var shortURL: Protected<PersonalIdentifier>?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case surfaceID = "surface_id"
    case entityID = "entity_id"
    case channel
    case channelAddress = "channel_address"
    case deliveryStatus = "delivery_status"
    case messageID = "message_id"
    case shortURL = "short_url"
  }

  package func summary(_ context: SummaryContext) -> String {
    let address = channelAddress.map { " to " + context.person($0, "patient") } ?? ""
    return "\(surfaceID.short) by \(channel)\(address)"
  }
}

/// `surface.field_saved`: The patient filled one field.
package struct SurfaceFieldSaved: WorkspaceEventPayload {
  package static let name = "surface.field_saved"
  package var surfaceID: SurfaceID
  package var entityID: EntityID
  package var fieldKey: Text

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case surfaceID = "surface_id"
    case entityID = "entity_id"
    case fieldKey = "field_key"
    /// The name before 24 April 2026 (C1).
    case fieldID = "field_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(surfaceID.short) \(fieldKey)"
  }
}

extension SurfaceFieldSaved {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    surfaceID = try container.decode(SurfaceID.self, forKey: .surfaceID)
    entityID = try container.decode(EntityID.self, forKey: .entityID)
    fieldKey =
      try container.decodeIfPresent(Text.self, forKey: .fieldKey)
      ?? container.decodeIfPresent(Text.self, forKey: .fieldID)
      ?? container.decode(Text.self, forKey: .fieldKey)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(surfaceID, forKey: .surfaceID)
    try container.encode(entityID, forKey: .entityID)
    try container.encode(fieldKey, forKey: .fieldKey)
  }
}

/// `surface.opened`: The patient opened the surface.
package struct SurfaceOpened: WorkspaceEventPayload {
  package static let name = "surface.opened"
  package var surfaceID: SurfaceID
  package var entityID: EntityID

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case surfaceID = "surface_id"
    case entityID = "entity_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    surfaceID.short
  }
}

/// `surface.pending_review`: A submitted surface waits for a reviewer.
package struct SurfacePendingReview: WorkspaceEventPayload {
  package static let name = "surface.pending_review"
  package var surfaceID: SurfaceID
  package var entityID: EntityID
  package var source: Text?
  package var formTemplateID: Text?
  package var reviewRequired: Bool?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case surfaceID = "surface_id"
    case entityID = "entity_id"
    case source
    case formTemplateID = "form_template_id"
    case reviewRequired = "review_required"
  }

  package func summary(_ context: SummaryContext) -> String {
    surfaceID.short
  }
}

/// `surface.reshaped`: A surface was made anew from another.
package struct SurfaceReshaped: WorkspaceEventPayload {
  package static let name = "surface.reshaped"
  package var surfaceID: SurfaceID
  package var originalSurfaceID: SurfaceID
  /// Not in any published schema (C4).
  package var entityID: EntityID?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case surfaceID = "surface_id"
    case originalSurfaceID = "original_surface_id"
    case entityID = "entity_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(surfaceID.short) from \(originalSurfaceID.short)"
  }
}

/// `surface.review_approved`: A reviewer approved the surface.
package struct SurfaceReviewApproved: WorkspaceEventPayload {
  package static let name = "surface.review_approved"
  package var surfaceID: SurfaceID

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case surfaceID = "surface_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    surfaceID.short
  }
}

/// `surface.review_rejected`: A reviewer rejected the surface.
package struct SurfaceReviewRejected: WorkspaceEventPayload {
  package static let name = "surface.review_rejected"
  package var surfaceID: SurfaceID
  package var reason: Protected<Text>?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case surfaceID = "surface_id"
    case reason
  }

  package func summary(_ context: SummaryContext) -> String {
    surfaceID.short + (reason.map { ": " + context.words($0) } ?? "")
  }
}

/// `surface.submitted`: The patient sent the form back.
package struct SurfaceSubmitted: WorkspaceEventPayload {
  package static let name = "surface.submitted"
  package var surfaceID: SurfaceID
  package var entityID: EntityID
  package var submittedAt: Text?
  package var fieldsSubmitted: [Text]?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case surfaceID = "surface_id"
    case entityID = "entity_id"
    case submittedAt = "submitted_at"
    case fieldsSubmitted = "fields_submitted"
  }

  package func summary(_ context: SummaryContext) -> String {
    surfaceID.short
  }
}

/// `surface.updated`: A surface was changed; its stage stays.
package struct SurfaceUpdated: WorkspaceEventPayload {
  package static let name = "surface.updated"
  package var surfaceID: SurfaceID
  /// Not in any published schema (C5).
  package var entityID: EntityID?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case surfaceID = "surface_id"
    case entityID = "entity_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    surfaceID.short
  }
}
