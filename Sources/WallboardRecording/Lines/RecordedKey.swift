/// The keys of a line.
enum RecordedKey: String, CodingKey {
  case at, from, id, event, data, malformed, degraded, duplicate, size
  case degradedCount = "degraded_count"
  case callSID = "call_sid"
  case leftOut = "left_out"
}
