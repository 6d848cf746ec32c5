/// `surface.archived`: A surface was put away.
package struct SurfaceArchived: WorkspaceEventPayload {
  package var surfaceID: SurfaceID
  /// Not in any published schema (C5).
  package var entityID: EntityID?

  private enum CodingKeys: String, CodingKey {
    case surfaceID = "surface_id"
    case entityID = "entity_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    surfaceID.short
  }
}

extension SurfaceArchived {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    surfaceID = try fields.key("surface_id")
    entityID = fields.optional("entity_id")
  }
}

/// `surface.created`: A form for a patient was made.
package struct SurfaceCreated: WorkspaceEventPayload {
  package var surfaceID: SurfaceID
  package var entityID: EntityID?
  package var channel: BoundedString?
  package var fieldsCount: Int?
  package var source: BoundedString?
  package var formTemplateID: BoundedString?
  package var reviewRequired: Bool?

  private enum CodingKeys: String, CodingKey {
    case surfaceID = "surface_id"
    case entityID = "entity_id"
    case channel
    case fieldsCount = "fields_count"
    case source
    case formTemplateID = "form_template_id"
    case reviewRequired = "review_required"
  }

  package func summary(_ context: SummaryContext) -> String {
    let fields = fieldsCount.map { ", " + context.counted($0, "field") } ?? ""
    return surfaceID.short + (channel.map { " for \(context.said($0))" } ?? "") + fields
  }
}

extension SurfaceCreated {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    surfaceID = try fields.key("surface_id")
    entityID = fields.required("entity_id")
    channel = fields.optional("channel")
    fieldsCount = fields.optional("fields_count")
    source = fields.optional("source")
    formTemplateID = fields.optional("form_template_id")
    reviewRequired = fields.optional("review_required")
  }
}

/// `surface.delivered`: A surface went out to the patient.
package struct SurfaceDelivered: WorkspaceEventPayload {
  package var surfaceID: SurfaceID
  package var entityID: EntityID?
  package var channel: BoundedString?
  package var channelAddress: Protected<PersonalIdentifier>?
  package var deliveryStatus: BoundedString?
  package var messageID: BoundedString?
  package var shortURL: Protected<PersonalIdentifier>?

  private enum CodingKeys: String, CodingKey {
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
    return surfaceID.short + (channel.map { " by \(context.said($0))" } ?? "") + address
  }
}

extension SurfaceDelivered {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    surfaceID = try fields.key("surface_id")
    entityID = fields.required("entity_id")
    channel = fields.required("channel")
    channelAddress = fields.optional("channel_address")
    deliveryStatus = fields.optional("delivery_status")
    messageID = fields.optional("message_id")
    shortURL = fields.optional("short_url")
  }
}

/// `surface.field_saved`: The patient filled one field.
package struct SurfaceFieldSaved: WorkspaceEventPayload {
  package var surfaceID: SurfaceID
  package var entityID: EntityID?
  package var fieldKey: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case surfaceID = "surface_id"
    case entityID = "entity_id"
    case fieldKey = "field_key"
  }

  package func summary(_ context: SummaryContext) -> String {
    surfaceID.short + (fieldKey.map { " \(context.said($0))" } ?? "")
  }
}

extension SurfaceFieldSaved {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    surfaceID = try fields.key("surface_id")
    entityID = fields.required("entity_id")
    // The name before 24 April 2026 (C1).
    if let older = fields.optional("field_id", BoundedString.self) {
      fieldKey = fields.optional("field_key") ?? older
    } else {
      fieldKey = fields.required("field_key")
    }
  }
}

/// `surface.opened`: The patient opened the surface.
package struct SurfaceOpened: WorkspaceEventPayload {
  package var surfaceID: SurfaceID
  package var entityID: EntityID?

  private enum CodingKeys: String, CodingKey {
    case surfaceID = "surface_id"
    case entityID = "entity_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    surfaceID.short
  }
}

extension SurfaceOpened {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    surfaceID = try fields.key("surface_id")
    entityID = fields.required("entity_id")
  }
}

/// `surface.pending_review`: A submitted surface waits for a reviewer.
package struct SurfacePendingReview: WorkspaceEventPayload {
  package var surfaceID: SurfaceID
  package var entityID: EntityID?
  package var source: BoundedString?
  package var formTemplateID: BoundedString?
  package var reviewRequired: Bool?

  private enum CodingKeys: String, CodingKey {
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

extension SurfacePendingReview {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    surfaceID = try fields.key("surface_id")
    entityID = fields.required("entity_id")
    source = fields.optional("source")
    formTemplateID = fields.optional("form_template_id")
    reviewRequired = fields.optional("review_required")
  }
}

/// `surface.reshaped`: A surface was replaced by a new one.
package struct SurfaceReshaped: WorkspaceEventPayload {
  package var surfaceID: SurfaceID
  package var originalSurfaceID: SurfaceID?
  /// Not in any published schema (C4).
  package var entityID: EntityID?

  private enum CodingKeys: String, CodingKey {
    case surfaceID = "surface_id"
    case originalSurfaceID = "original_surface_id"
    case entityID = "entity_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    surfaceID.short + (originalSurfaceID.map { " from \($0.short)" } ?? "")
  }
}

extension SurfaceReshaped {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    surfaceID = try fields.key("surface_id")
    originalSurfaceID = fields.required("original_surface_id")
    entityID = fields.optional("entity_id")
  }
}

/// `surface.review_approved`: A reviewer approved the surface.
package struct SurfaceReviewApproved: WorkspaceEventPayload {
  package var surfaceID: SurfaceID

  private enum CodingKeys: String, CodingKey {
    case surfaceID = "surface_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    surfaceID.short
  }
}

extension SurfaceReviewApproved {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    surfaceID = try fields.key("surface_id")
  }
}

/// `surface.review_rejected`: A reviewer rejected the surface.
package struct SurfaceReviewRejected: WorkspaceEventPayload {
  package var surfaceID: SurfaceID
  package var reason: Protected<BoundedString>?

  private enum CodingKeys: String, CodingKey {
    case surfaceID = "surface_id"
    case reason
  }

  package func summary(_ context: SummaryContext) -> String {
    surfaceID.short + (reason.map { ": " + context.words($0) } ?? "")
  }
}

extension SurfaceReviewRejected {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    surfaceID = try fields.key("surface_id")
    reason = fields.optional("reason")
  }
}

/// `surface.submitted`: The patient sent the form back.
package struct SurfaceSubmitted: WorkspaceEventPayload {
  package var surfaceID: SurfaceID
  package var entityID: EntityID?
  package var submittedAt: BoundedString?
  package var fieldsSubmitted: [BoundedString]?

  private enum CodingKeys: String, CodingKey {
    case surfaceID = "surface_id"
    case entityID = "entity_id"
    case submittedAt = "submitted_at"
    case fieldsSubmitted = "fields_submitted"
  }

  package func summary(_ context: SummaryContext) -> String {
    surfaceID.short
  }
}

extension SurfaceSubmitted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    surfaceID = try fields.key("surface_id")
    entityID = fields.required("entity_id")
    submittedAt = fields.optional("submitted_at")
    fieldsSubmitted = fields.optional("fields_submitted")
  }
}

/// `surface.updated`: A surface was changed; its stage stays.
package struct SurfaceUpdated: WorkspaceEventPayload {
  package var surfaceID: SurfaceID
  /// Not in any published schema (C5).
  package var entityID: EntityID?

  private enum CodingKeys: String, CodingKey {
    case surfaceID = "surface_id"
    case entityID = "entity_id"
  }

  package func summary(_ context: SummaryContext) -> String {
    surfaceID.short
  }
}

extension SurfaceUpdated {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    surfaceID = try fields.key("surface_id")
    entityID = fields.optional("entity_id")
  }
}
