extension ContactCentre {
  /// The items of `GET /operators`.
  func operatorItems(of workspace: String) -> [PageItem] {
    operators.enumerated().map { index, person in
      PageItem(ordinal: index + 1, json: item(person, of: workspace))
    }
  }

  private func item(_ person: SimulatedOperator, of workspace: String) -> JSON {
    [
      "id": .string(person.id),
      "workspace_id": .string(workspace),
      "name": .string(person.name),
      "email": .string(person.email),
      "type": .string(person.type),
      "skills": .array(person.skills.map(JSON.string)),
      "connection_method": .string(person.connectionMethod),
      "phone_number": .string(person.phoneNumber),
      "role": .string(person.role),
      "status": .string(person.status.rawValue),
      "last_status_change": JSON(time: person.statusSince),
      "active_call_sid": JSON(person.callSID),
      "total_escalations_handled": .integer(person.escalationsHandled),
      "avg_handle_time_seconds": .number(person.averageHandleSeconds),
      "last_call_at": JSON(time: person.lastCallAt),
      "created_at": JSON(time: person.createdAt),
      "updated_at": JSON(time: person.statusSince),
    ]
  }

  /// The items of `GET /services`.
  func serviceItems(of workspace: String) -> [PageItem] {
    services.enumerated().map { index, service in
      PageItem(ordinal: index + 1, json: item(service, of: workspace))
    }
  }

  private func item(_ service: SimulatedService, of workspace: String) -> JSON {
    [
      "id": .string(service.id),
      "workspace_id": .string(workspace),
      "name": .string(service.name),
      "description": .string(service.description),
      "agent_id": .string(service.agentID),
      "context_graph_id": .string(service.agentID),
      "agent_name": .string(service.agentName),
      "context_graph_name": nil,
      "keyterms": [],
      "is_active": true,
      "version_sets": [:],
      "tags": [],
      "tool_capacity": 8,
      "channel_type": .string(service.channel.rawValue),
      "environment": "production",
      "voice_config": nil,
      "is_system": false,
      "created_at": JSON(time: service.createdAt),
      "updated_at": JSON(time: service.createdAt),
    ]
  }

  /// The items of `GET /surfaces`, all of them or those of one status.
  func surfaceItems(status: String?) -> [PageItem] {
    surfaces
      .filter { status == nil || $0.status == status }
      .map { PageItem(ordinal: $0.ordinal, json: $0.item) }
  }
}
