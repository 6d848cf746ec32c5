/// What the channels for e-mail and voicemail report.
extension Background {
  /// A message that arrived and may still be opened, clicked or answered.
  struct Email: Sendable {
    let id: String
    let address: String
  }

  /// How many of those that arrived are kept.
  fileprivate static let emailMemory = 20
}

/// What becomes of a message, and how often in a round.
enum EmailFate: Sendable {
  case delivered, opened, clicked, received, delayed, bounced, complained, rejected

  static let shares: [(card: Self, count: Int)] = [
    (.delivered, 8), (.opened, 5), (.clicked, 3), (.received, 2), (.delayed, 1), (.bounced, 1),
    (.complained, 1), (.rejected, 1),
  ]
}

extension ContactCentre {
  private static let sender = "clinic@example.org"

  mutating func emailAddress() -> String {
    let name = random.element(of: ["a.moreau", "j.smith", "k.tanaka", "l.garcía", "o.brien"])
    return "\(name)\(random.integer(in: 1...99))@example.com"
  }

  /// A message is sent, or something becomes of one that has arrived.
  mutating func moveEmail() {
    switch background.emailFates.draw(using: &random) {
    case .delivered:
      emit(.channelEmailDelivered, payload(of: sendEmail(arrives: true), withSender: true))
    case .delayed:
      emit(.channelEmailDelayed, payload(of: sendEmail(arrives: false), withSender: true))
    case .rejected:
      emit(.channelEmailRejected, payload(of: sendEmail(arrives: false), withSender: true))
    case .bounced: bounce()
    case .opened: follow(.channelEmailOpened, withSender: false)
    case .clicked: follow(.channelEmailClicked, withSender: false)
    case .complained: follow(.channelEmailComplained, withSender: true)
    case .received: receiveReply()
    }
  }

  private mutating func sendEmail(arrives: Bool) -> Background.Email {
    let email = Background.Email(id: "em_" + random.hexadecimal(16), address: emailAddress())
    guard arrives else { return email }
    background.emailsOnTheWay.append(email)
    let surplus = background.emailsOnTheWay.count - Background.emailMemory
    background.emailsOnTheWay.removeFirst(max(0, surplus))
    return email
  }

  private mutating func follow(_ kind: EventName, withSender: Bool) {
    guard !background.emailsOnTheWay.isEmpty else { return }
    emit(kind, payload(of: random.element(of: background.emailsOnTheWay), withSender: withSender))
  }

  private mutating func receiveReply() {
    guard !background.emailsOnTheWay.isEmpty else { return }
    let email = random.element(of: background.emailsOnTheWay)
    emit(
      .channelEmailReceived,
      [
        "inbound_email_id": .string("in_" + random.hexadecimal(16)),
        "in_reply_to_email_id": .string(email.id),
        "from_address": .string(email.address),
        "to_address": .string(Self.sender),
        "subject": .string(random.element(of: Vocabulary.subjects)),
      ])
  }

  private mutating func bounce() {
    let known = random.chance(0.7)
    let email = payload(of: sendEmail(arrives: false), withSender: true)
    emit(
      .channelEmailBounced,
      email
        .with("bounce_type", known ? "Permanent" : nil)
        .with("bounce_subtype", known ? "General" : nil))
  }

  private func payload(of email: Background.Email, withSender: Bool) -> JSON {
    let payload: JSON = ["email_id": .string(email.id), "to_address": .string(email.address)]
    return withSender ? payload.with("from_address", .string(Self.sender)) : payload
  }

  mutating func leaveVoicemail() {
    emit(
      .channelVoicemailStatus,
      [
        "voicemail_id": .string(random.uuid()),
        "status": .string(background.voicemailStatuses.draw(using: &random)),
        "recipient_phone_number": .string(phoneNumber()),
      ])
  }
}
