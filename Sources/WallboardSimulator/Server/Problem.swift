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

  /// The same in the words of somebody hostile: its phrase, its fields, its body.
  func hostile(number: Int) -> Problem {
    let line = Hostility.texts.filter { !$0.contains(where: \.isNewline) && $0.utf8.count < 99 }
    let text = line[number % line.count]
    var headers = headers
    headers[HTTPHeader("X-Reason")] = text
    return Problem(
      status: HTTPStatusCode(status.code, phrase: text), detail: detail.hostile(number: number),
      headers: headers)
  }

  func response(requestID: String) -> HTTPResponse {
    let body: JSON = ["detail": detail, "request_id": .string(requestID)]
    var response = HTTPResponse(json: body, status: status)
    for name in headers.keys { response.headers.setValues(headers.values(for: name), for: name) }
    return response
  }
}
