/// The centre's words: plausible, and nobody's.
enum Vocabulary {
  static let persons: [(name: String, type: String, role: String)] = [
    ("Amara Okafor", "clinical", "supervisor"),
    ("José Núñez", "administrative", "operator"),
    ("李雯", "clinical", "operator"),
    ("Siobhán Ní Bhriain", "crisis_counselor", "operator"),
    ("Tomasz Wiśniewski", "administrative", "operator"),
    ("Priya Raghunathan", "clinical", "operator"),
    ("Zoë van der Meer", "administrative", "operator"),
    ("Malik Johnson", "crisis_counselor", "operator"),
    ("Ingrid Åkesson", "clinical", "operator"),
    ("Hai-Yến Trần", "administrative", "operator"),
    ("Grace Whitehorse", "clinical", "admin"),
    ("Dmitri Volkov", "administrative", "operator"),
  ]

  static let services:
    [(name: String, channel: SimulatedService.Channel, agent: String, about: String)] = [
      ("Scheduling", .voice, "Nora", "Books, moves and cancels appointments"),
      ("Billing", .voice, "Theo", "Explains statements and takes payments"),
      ("Prescription Refills", .voice, "Iris", "Checks and requests refills"),
      ("Triage Nurse Line", .voice, "Ada", "Sorts symptoms by urgency"),
      ("After-Hours Care", .voice, "Sol", "Answers when the clinic is closed"),
      ("Post-Discharge Follow-Up", .voice, "June", "Calls patients after a stay"),
      ("Patient Messages", .text, "Pia", "Answers the portal and text messages"),
      ("Intake Forms", .text, "Remy", "Walks patients through forms"),
    ]

  static let skills = [
    "triage", "spanish", "billing", "paediatrics", "behavioural health", "insurance", "refills",
  ]
  static let callStates = [
    "greeting", "verify_identity", "collect_reason", "look_up_record", "offer_options", "confirm",
    "wrap_up",
  ]
  static let emotions = ["calm", "neutral", "confused", "anxious", "frustrated", "distressed"]
  static let surfaceTitles = [
    "New patient intake", "Insurance details", "Consent to treat", "Pre-visit questionnaire",
    "Medication list", "Pain diary",
  ]
  static let surfaceFields = [
    "full_name", "date_of_birth", "address", "insurance_id", "allergies", "medications",
    "emergency_contact", "symptoms", "consent", "signature",
  ]
  static let rejections = [
    "Signature missing", "Insurance number does not match", "Please list the dosage",
    "Unreadable upload",
  ]
  static let wrapUpReasons = ["resolved", "escalated", "transferred"]
  static let textChannels = ["sms", "email", "web", "whatsapp"]
  static let textMessages = [
    "Your appointment is confirmed for Tuesday at 9:40.",
    "I found two openings this week. Which one suits you?",
    "Gracias, señora Peña. Le envío el formulario ahora mismo.",
    "Your refill is on its way 💊",
    "您的预约已确认。",
    "Could you tell me your date of birth?",
    "Line one: bring your card.\nLine two: \"no food after midnight\".",
  ]
  static let textTools = ["find_slot", "book_slot", "send_form", "look_up_balance", "check_refill"]
  static let toolResults = ["2 slots found", "booked", "form sent", "balance: 0.00", "refill due"]
  static let textStates = ["goodbye", "handed_over", "form_sent", "unanswered"]
  static let triggers = [
    "Nightly no-show sweep", "Refill reminder", "Post-visit survey", "Unsigned consent chaser",
    "Lab result notice",
  ]
  static let pipelineErrors = [
    "Connection to the record system timed out", "Schema mismatch in 'encounters'",
    "HTTP 429 from the source", "Disk quota exceeded",
  ]
  static let subjects = [
    "Re: your appointment", "Re: forms", "Question about my statement", "Automatic reply",
  ]
  static let roles = ["viewer", "member", "admin", "operator"]
  static let approvalRefusals = ["Amount above the limit", "Not this patient", nil]
}
