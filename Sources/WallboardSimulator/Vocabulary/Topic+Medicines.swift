extension Topic {
  /// Refills and what goes with them.
  static let medicines = [
    Topic(
      name: "refill", services: ["Prescription Refills"],
      steps: [
        .caller([
          "I'm almost out of {drug}.", "I need my {drug} refilled, the {dose} ones.",
          "The pharmacy says there are no refills left on {drug}.",
          "Could you send my {drug} to {pharmacy}?",
        ]),
        .state("look_up_record"),
        .agent(["Let me look at your prescriptions.", "I'll see what is on file for {drug}."]),
        .tool(
          Tool(
            name: "check_refill", input: [("drug", "{drug}"), ("member", "{member}")],
            output: [("drug", "{drug}"), ("dose", "{dose}"), ("refills_left", "1")],
            integration: "pharmacy", endpoint: "prescriptions", parts: ["check_interactions"])),
        .state("offer_options"),
        .agent([
          "There is one refill left of {drug}, {dose}. Should it go to {pharmacy} again?",
          "You may have {drug}, {dose}, once more. Which pharmacy would you like?",
        ]),
        .caller([
          "{pharmacy}, yes.", "The other one, {pharmacy2}, it's closer.",
          "Doesn't matter, as long as I have it by {day}.",
        ]),
        .tool(
          Tool(
            name: "request_refill", input: [("drug", "{drug}"), ("pharmacy", "{pharmacy}")],
            output: [("", "accepted, ready {day} after {time}")], integration: "pharmacy",
            endpoint: "refills.create")),
        .state("confirm"),
        .agent([
          "It will be ready {day} after {time}.",
          "{pharmacy} has confirmed. You can pick up the {drug} {day}.",
        ]),
      ]),
    Topic(
      name: "side effects", services: ["Prescription Refills", "Triage Nurse Line"],
      steps: [
        .caller([
          "Ever since I started {drug} I've had {symptom}.",
          "Is {symptom} a known side effect of {drug}?",
        ]),
        .agent([
          "How long have you been taking it, and how much?",
          "I'm sorry. Since when exactly, and at which dose?",
        ]),
        .caller(["{dose}, since {since}.", "Since {since}, I think, {dose} in the morning."]),
        .state("look_up_record"),
        .tool(
          Tool(
            name: "check_interactions", input: [("drug", "{drug}"), ("symptom", "{symptom}")],
            output: [("known", "yes"), ("severity", "moderate"), ("with", "{drug2}")],
            integration: "pharmacy", endpoint: "interactions")),
        .state("offer_options"),
        .agent([
          "That can happen together with {drug2}. {doctor} should know about it today.",
          "It is listed as a moderate one. Please don't stop {drug} on your own; I'll tell {doctor}.",
        ]),
        .caller(["Should I skip tonight's dose?", "All right, but somebody has to call me back."]),
        .tool(
          Tool(
            name: "message_provider", input: [("to", "{doctor}"), ("about", "{drug}, {symptom}")],
            output: [("", "delivered to {doctor}")], integration: "records", endpoint: "messages")),
        .state("confirm"),
        .agent([
          "{doctor} will call you under {number} before {time}.", "The message is on its way.",
        ]),
      ]),
    Topic(
      name: "pharmacy", services: ["After-Hours Care", "Prescription Refills"],
      steps: [
        .caller(["Which pharmacy is open at this hour?", "Is {pharmacy} still open?"]),
        .state("look_up_record"),
        .tool(
          Tool(
            name: "find_pharmacy", input: [("open_at", "{time}")],
            output: [("name", "{pharmacy}"), ("address", "{street}"), ("open_until", "midnight")])),
        .state("offer_options"),
        .agent([
          "{pharmacy} at {street} is open until midnight.",
          "The nearest one is {pharmacy}, {street}, behind {landmark}.",
        ]),
        .caller(["And do they have {drug}?", "Can you give me their number?"]),
        .agent(["They are under {line}.", "I can ask them. It's {drug}, {dose}, isn't it?"]),
        .state("confirm"),
      ]),
  ]
}
