import FlyingFox

/// A request that is refused, in the platform's own form (contract 6).
struct Problem: Error {
  let status: HTTPStatusCode
  let detail: JSON
  var headers: HTTPHeaders = [:]

  static let unauthorized = Problem(status: .unauthorized, detail: "Invalid or missing token")
  static let forbidden = Problem(
    status: .forbidden, detail: "Token does not belong to this workspace")
  static let notFound = Problem(status: .notFound, detail: "Not Found")
  static let methodNotAllowed = Problem(status: .methodNotAllowed, detail: "Method Not Allowed")

  /// A parameter that cannot be read, as the platform's framework words it.
  static func invalid(_ parameter: String, _ message: String) -> Problem {
    Problem(
      status: .unprocessableContent,
      detail: [
        ["loc": ["query", .string(parameter)], "msg": .string(message), "type": "value_error"]
      ])
  }

  func response(requestID: String) -> HTTPResponse {
    let body: JSON = ["detail": detail, "request_id": .string(requestID)]
    var response = HTTPResponse(json: body, status: status)
    for name in headers.keys { response.headers.setValues(headers.values(for: name), for: name) }
    return response
  }
}
