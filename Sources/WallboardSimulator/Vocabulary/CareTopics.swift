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
          "{doctor} will call you at {number} before {time}.", "The message is on its way.",
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
        .agent(["They are at {line}.", "I can ask them. It's {drug}, {dose}, isn't it?"]),
        .state("confirm"),
      ]),
  ]

  /// Symptoms, results, the way to the clinic.
  static let guidance = [
    Topic(
      name: "symptoms", services: ["Triage Nurse Line", "After-Hours Care"],
      steps: [
        .caller([
          "I've had {symptom} since {since} and I don't know if I should come in.",
          "It's {relative}. There's {symptom}, since {since}.",
          "I woke up with {symptom}. Is that bad?",
        ]),
        .agent([
          "I'm glad you called. On a scale from one to ten, how bad is it?",
          "Let me ask a few questions. Is there any trouble breathing?",
        ]),
        .caller([
          "Maybe a six. Worse when I lie down.", "No, but I feel weak and a bit dizzy.",
          "A four, it comes and goes.", "It's an eight. I could hardly sleep.",
        ]),
        .state("look_up_record"),
        .tool(
          Tool(
            name: "triage_protocol", input: [("symptom", "{symptom}"), ("since", "{since}")],
            output: [("urgency", "same day"), ("protocol", "{code}")], integration: "triage",
            endpoint: "assess", parts: ["fetch_history", "score_risk"])),
        .agent([
          "Have you taken anything for it, {drug} for instance?",
          "With {symptom} since {since} I'd rather have somebody look at it today.",
        ]),
        .caller(["Just {drug}, {dose}.", "Nothing yet.", "Do I have to go to the emergency room?"]),
        .state("offer_options"),
        .agent([
          "{doctor} can see you at {time} at {clinic}. If it gets worse, call emergency services.",
          "The walk-in clinic at {street} is open. Can {relative} drive you?",
        ]),
        .caller(["I can be there by {time}.", "Yes, {relative} is here.", "I'd rather wait."]),
        .state("confirm"),
        .agent(["They will expect you, {first}.", "Rest until then, and drink plenty of water."]),
      ]),
    Topic(
      name: "results", services: ["Post-Discharge Follow-Up", "Triage Nurse Line"],
      steps: [
        .caller([
          "Are the results of my {test} in?", "I'm waiting for the {test} from {day}.",
          "{doctor} wanted to call about my {test}, and nobody did.",
        ]),
        .state("look_up_record"),
        .agent([
          "Let me see whether the lab has reported.", "One second, I'm opening your results.",
        ]),
        .tool(
          Tool(
            name: "get_results", input: [("test", "{test}"), ("patient", "{name}")],
            output: [("test", "{test}"), ("result", "{finding}"), ("reviewed_by", "{doctor}")],
            integration: "laboratory", endpoint: "reports")),
        .agent([
          "Your {test} is {finding}. {doctor} has left a note that there is nothing to worry about.",
          "It says {finding}. {doctor} would like to talk it over with you {day}.",
        ]),
        .caller([
          "What does that mean, {finding}?", "Oh, thank God.",
          "Compared to last time, is it better?",
        ]),
        .state("offer_options"),
        .agent([
          "{doctor} can explain it best. Shall I book a call for {day} at {time}?",
          "It is much the same as last time. The whole report is in your portal.",
        ]),
        .caller(["Yes, book the call.", "I'll look at the portal then."]),
        .state("confirm"),
      ]),
    Topic(
      name: "directions", services: ["Scheduling", "After-Hours Care"],
      steps: [
        .caller([
          "How do I get to {clinic}?", "Where do I park at {clinic}?", "Which floor is that on?",
        ]),
        .agent([
          "{clinic} is at {street}, right across from {landmark}.",
          "From {landmark} it's the second on the left, {street}.",
        ]),
        .caller([
          "Is there a bus?", "I'm in a wheelchair, is there an elevator?", "And after hours?",
        ]),
        .state("look_up_record"),
        .tool(
          Tool(
            name: "get_directions", input: [("to", "{street}")],
            output: [("", "11 minutes from {landmark}, parking behind the building")])),
        .state("confirm"),
        .agent([
          "It's eleven minutes from {landmark}, and you can park behind the building.",
          "There is a ramp at the side, ring the bell at {code}.",
        ]),
      ]),
    Topic(
      name: "discharge", services: ["Post-Discharge Follow-Up"],
      steps: [
        .agent([
          "I'm calling to hear how you have been since you left the hospital on {day}.",
          "It's been a few days since your stay. How is {complaint}?",
        ]),
        .caller([
          "Better, but I still have {symptom}.", "So-so. I can't sleep because of {complaint}.",
          "Good, actually. {relative} takes care of me.",
        ]),
        .agent([
          "Are you taking the {drug} as {doctor} told you, {dose} a day?",
          "And the bandage, has anybody changed it since?",
        ]),
        .caller([
          "I think so, yes.", "I stopped the {drug}, it gave me {symptom}.", "Not since {day}.",
        ]),
        .state("look_up_record"),
        .tool(
          Tool(
            name: "record_follow_up", input: [("patient", "{name}"), ("symptom", "{symptom}")],
            output: [("saved", "yes"), ("task_for", "{doctor}")], integration: "records",
            endpoint: "encounters.note")),
        .state("offer_options"),
        .agent([
          "I've written that down for {doctor}. Would a visit at home on {day2} help?",
          "Then I'd like {doctor} to see you {day2} at {time}.",
        ]),
        .caller(["That would be wonderful.", "If it's not too much trouble."]),
        .state("confirm"),
      ]),
  ]
}
