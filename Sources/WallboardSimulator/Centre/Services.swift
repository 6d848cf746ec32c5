import SplitMix64

/// What callers and those who write reach: the service that an agent answers for.
struct SimulatedService: Sendable, Equatable {
  let id: String
  let agentID: String
  let name: String
  let description: String
  let agentName: String
  let channel: Channel
  let createdAt: Int

  enum Channel: String, Sendable {
    case voice, text
  }
}

extension ContactCentre {
  static func openServices(
    at now: Int, using random: inout SplitMix64
  ) -> [SimulatedService] {
    Vocabulary.services.map { service in
      SimulatedService(
        id: random.uuid(), agentID: random.uuid(), name: service.name, description: service.about,
        agentName: service.agent, channel: service.channel, createdAt: now - 90 * 86_400_000)
    }
  }

  /// The items of `GET /services`.
  func serviceItems(of workspace: String) -> [PageItem] {
    services.enumerated().map { index, service in
      PageItem(ordinal: index + 1, json: service.item(of: workspace))
    }
  }
}

extension SimulatedService {
  func item(of workspace: String) -> JSON {
    [
      "id": .string(id),
      "workspace_id": .string(workspace),
      "name": .string(name),
      "description": .string(description),
      "agent_id": .string(agentID),
      "context_graph_id": .string(agentID),
      "agent_name": .string(agentName),
      "context_graph_name": nil,
      "keyterms": [],
      "is_active": true,
      "version_sets": [:],
      "tags": [],
      "tool_capacity": 8,
      "channel_type": .string(channel.rawValue),
      "environment": "production",
      "voice_config": nil,
      "is_system": false,
      "created_at": JSON(time: createdAt),
      "updated_at": JSON(time: createdAt),
    ]
  }
}
