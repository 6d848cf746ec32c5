import FlyingFox
import Foundation

extension HTTPResponse {
  init(json: JSON, status: HTTPStatusCode = .ok) {
    self.init(
      statusCode: status,
      headers: [.contentType: "application/json"],
      body: Data(json.text.utf8))
  }
}
