extension Identifier {
  /// The end of a long identifier, enough for a person to tell it from its neighbours.
  package var short: String {
    rawValue.utf8.count <= 10 ? rawValue : "…" + rawValue.suffix(6)
  }
}

extension Board {
  /// The service's name, or the end of its key while the name is not known.
  package func name(of service: ServiceID) -> String {
    services[service]?.string ?? service.short
  }

  /// The operator's name, or the end of the key while the name is not known.
  package func name(of operatorID: OperatorID) -> String {
    operators[operatorID]?.name?.string ?? operatorID.short
  }

  /// The name of the service that a call is for; `nil` when it is not known which.
  package func serviceName(of call: Call) -> String? {
    call.serviceName?.string ?? call.serviceID.map { name(of: $0) }
  }
}

extension Protected where Value == PersonalIdentifier {
  /// The identifier, or `caller 7F3A` in its place, with the kind of person that is meant.
  package func label(_ kind: String = "caller", _ disclosure: Disclosure) -> String {
    reveal(disclosure)?.text.string ?? "\(kind) \(pseudonym(disclosure))"
  }
}

extension Protected where Value == Text {
  /// The words, or a mask in their place.
  package func words(_ disclosure: Disclosure) -> String {
    reveal(disclosure)?.string ?? description
  }
}
