extension SimulatedSurface {
  /// The surface as an item of `GET /surfaces`.
  var item: JSON {
    [
      "id": .string(id),
      "event_id": .string(id),
      "entity_id": .string(entityID),
      "title": .string(title),
      "description": nil,
      "status": .string(status),
      "channel": .string(channel.rawValue),
      "use_case_id": nil,
      "fields_count": .integer(fields.count),
      "fields": .array(fields.map { ["key": .string($0), "type": "text"] }),
      "resource_type": nil,
      "context": [:],
      "expires_at": JSON(time: createdAt + 7 * 86_400_000),
      "created_at": JSON(time: createdAt),
      "delivered_at": JSON(time: deliveredAt),
      "opened_at": JSON(time: openedAt),
      "submitted_at": JSON(time: submittedAt),
      "submitted_data": nil,
      "delivery_metadata": nil,
      "review_notes": JSON(reason),
      "reviewed_by": nil,
      "reviewed_at": JSON(time: reviewedAt),
      "archived_at": JSON(time: archivedAt),
      "archive_reason": nil,
      "url": .string("https://forms.example.org/s/\(id.prefix(8))"),
    ]
  }
}
