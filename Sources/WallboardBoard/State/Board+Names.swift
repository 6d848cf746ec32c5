package import WallboardEvents

extension Board: NameBook {
  package func knownName(of service: ServiceID) -> Text? { services[service] }

  package func knownName(of operatorID: OperatorID) -> Text? {
    operators.look(at: operatorID) { $0.name } ?? nil
  }
}

extension Board {
  /// The name of the service that a call is for; `nil` when it is not known which.
  package func serviceName(of call: Call) -> String? {
    call.serviceName?.string ?? call.serviceID.map { name(of: $0) }
  }
}
