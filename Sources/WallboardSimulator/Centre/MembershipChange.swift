/// How the workspace's circle of members changes.
enum MembershipChange: Sendable, CaseIterable {
  case invitation, acceptance, admission, promotion
}
