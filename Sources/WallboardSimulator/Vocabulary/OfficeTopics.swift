extension Topic {
  /// Appointments in all their forms.
  static let scheduling = [
    Topic(
      name: "appointment", services: ["Scheduling", "After-Hours Care"],
      steps: [
        .caller([
          "I need to see {doctor} about {complaint}.", "Could I get in with {doctor} this week?",
          "I'd like an appointment, it's {complaint} again.",
          "Does {doctor} have anything open? It's about {complaint}.",
        ]),
        .state("look_up_record"),
        .agent([
          "Let me look at {doctor}'s calendar for you.",
          "Sorry that {complaint} is bothering you. I'll check what {doctor} has open.",
          "Sure, I'll see when {doctor} is in.",
        ]),
        .tool(
          Tool(
            name: "find_slot", input: [("provider", "{doctor}"), ("reason", "{complaint}")],
            output: [("first", "{day} {time}"), ("second", "{day2} {time2}"), ("count", "2")],
            integration: "scheduling", endpoint: "slots.search")),
        .state("offer_options"),
        .agent([
          "I have {day} at {time}, or {day2} at {time2}. Which of the two suits you better?",
          "There are two openings with {doctor}: {day} at {time} and {day2} at {time2}.",
          "The earliest I can offer is {day} at {time}, then there is {day2} at {time2}.",
        ]),
        .caller([
          "{day} at {time} works.", "I'm working {day}. Let's do {day2}, please.",
          "The first one. Will it take long?", "{day2} then, if it has to be.",
        ]),
        .tool(
          Tool(
            name: "book_slot", input: [("provider", "{doctor}"), ("slot", "{day} {time}")],
            output: [("status", "booked"), ("confirmation", "{code}")],
            integration: "scheduling", endpoint: "slots.book",
            parts: ["hold_slot", "notify_clinic"])
        ),
        .state("confirm"),
        .agent([
          "You're booked with {doctor} for {day} at {time}. Please bring {form}.",
          "Done. {doctor} will see you {day} at {time} at {clinic}, and don't forget {form}.",
        ]),
        .caller([
          "Great, thank you.", "And do I need to fast before that?", "Can you text me that?",
        ]),
        .agent([
          "You will get a text message at {number} the day before.",
          "No need to do anything special. A reminder goes to {number}.",
        ]),
      ]),
    Topic(
      name: "reschedule", services: ["Scheduling"],
      steps: [
        .caller([
          "I can't make it {day}. Can we move my appointment?",
          "Something came up at work, I have to cancel {day} at {time}.",
          "{relative} needs the car {day}, so I have to reschedule.",
        ]),
        .state("look_up_record"),
        .tool(
          Tool(
            name: "list_appointments", input: [("member", "{member}")],
            output: [("next", "{doctor}, {day} {time}"), ("place", "{clinic}")],
            integration: "scheduling", endpoint: "appointments.list")),
        .agent([
          "I see it, {doctor} on {day} at {time}. Would {day2} at {time2} be better?",
          "That is the one with {doctor}. I could move you to {day2}, {time2}.",
        ]),
        .state("offer_options"),
        .caller([
          "Is there nothing sooner?", "{day2} is perfect.", "Only if it is at {clinic} again.",
        ]),
        .agent([
          "I'm afraid {day2} is the first one, but I can put you on the waiting list as well.",
          "Then I'll move it to {day2} at {time2} and release the old one.",
        ]),
        .tool(
          Tool(
            name: "move_appointment", input: [("from", "{day} {time}"), ("to", "{day2} {time2}")],
            output: [("", "moved, confirmation {code}")],
            integration: "scheduling", endpoint: "appointments.move")),
        .state("confirm"),
        .agent(["All moved. Your new confirmation code is {code}.", "That's done, {first}."]),
      ]),
    Topic(
      name: "referral", services: ["Scheduling", "Post-Discharge Follow-Up"],
      steps: [
        .caller([
          "{doctor} said I need to see {specialist}, but I never got the paperwork.",
          "I'm waiting for a referral to {specialist}, can you see it?",
        ]),
        .state("look_up_record"),
        .tool(
          Tool(
            name: "find_referral", input: [("to", "{specialist}"), ("from", "{doctor}")],
            output: [("status", "signed"), ("valid_until", "{day}")], integration: "records",
            endpoint: "referrals")),
        .agent([
          "It was signed on {day}. {specialist} should call you within a week.",
          "I found it: {doctor} has signed, and it went out to {specialist}.",
        ]),
        .caller(["Nobody has called me yet.", "Can you connect me with them directly?"]),
        .state("offer_options"),
        .forward,
        .state("confirm"),
        .agent(["I have noted that you are waiting for {specialist}.", "It's in your record now."]),
      ]),
    Topic(
      name: "vaccination", services: ["After-Hours Care"],
      steps: [
        .caller(["Do you still give {shot}?", "{relative} needs {shot} before the trip."]),
        .agent(["Yes, at {clinic}, without an appointment until {time}.", "We do. Who is it for?"]),
        .caller(["It's for {relative}, who is a bit afraid of needles.", "For me. Does it hurt?"]),
        .state("look_up_record"),
        .tool(
          Tool(
            name: "check_immunizations", input: [("patient", "{name}"), ("vaccine", "{shot}")],
            output: [("last_dose", "eight years ago"), ("due", "yes")], integration: "registry",
            endpoint: "immunizations")),
        .state("offer_options"),
        .agent([
          "According to the registry it is due. Shall I put you down for {day} at {time}?",
          "The last one was eight years ago, so {day} at {time} would be just right.",
        ]),
        .caller(["Yes, please do.", "Let me talk to {relative} first."]),
        .state("confirm"),
        .agent(["Noted: {shot}, {day}, {time}, at {clinic}.", "Just come by, bring {form}."]),
      ]),
  ]

  /// Statements, payments, insurance.
  static let money = [
    Topic(
      name: "statement", services: ["Billing"],
      steps: [
        .caller([
          "I got a bill for {amount} and I don't know what it's for.",
          "Why do I owe {amount} for {charge}? My insurance covers that.",
          "There is {charge} on my statement that I never had.",
        ]),
        .state("look_up_record"),
        .agent(["Let me open that statement.", "I'll look at the charges line by line."]),
        .tool(
          Tool(
            name: "look_up_balance", input: [("member", "{member}"), ("amount", "{amount}")],
            output: [("open", "{amount}"), ("for", "{charge}"), ("insurer", "{insurer}")],
            integration: "billing", endpoint: "statements", parts: ["fetch_claims"])),
        .agent([
          "The {amount} is for {charge}. {insurer} has declined its part of it.",
          "I see {charge}, {amount}, sent to {insurer} and returned because a code was missing.",
        ]),
        .caller([
          "That can't be right, I called {insurer} and they said it's covered.",
          "And what am I supposed to do now?", "So it's your mistake?",
        ]),
        .state("offer_options"),
        .agent([
          "I can send it to {insurer} again with the right code. You don't have to pay until then.",
          "You may dispute it, or pay in three instalments. What would you prefer?",
        ]),
        .caller([
          "Send it again, please.", "Three instalments would help.", "I want it in writing.",
        ]),
        .tool(
          Tool(
            name: "resubmit_claim", input: [("insurer", "{insurer}"), ("charge", "{charge}")],
            output: [("claim", "{code}"), ("status", "received")], integration: "billing",
            endpoint: "claims.create")),
        .state("confirm"),
        .agent([
          "The claim is with {insurer} again, number {code}. You'll hear within thirty days.",
          "Done. The {amount} is on hold until {insurer} answers.",
        ]),
      ]),
    Topic(
      name: "payment", services: ["Billing"],
      steps: [
        .caller(["I'd like to pay my bill.", "Can I pay the {amount} over the phone?"]),
        .state("look_up_record"),
        .agent([
          "Certainly. There is {amount} outstanding for {charge}. Would you like to pay all of it?",
          "Your balance is {amount}. I can send a secure link to {number}.",
        ]),
        .caller(["All of it.", "Half now, half {day}.", "I don't do links. Can you take a card?"]),
        .state("offer_options"),
        .tool(
          Tool(
            name: "send_payment_link", input: [("to", "{number}"), ("amount", "{amount}")],
            output: [("", "link sent to {number}")], integration: "payments", endpoint: "links")),
        .agent(["The link is on its way to {number}.", "You should have the message by now."]),
        .caller(["Got it.", "Nothing here yet. Oh, there it is.", "It says the page has expired."]),
        .state("confirm"),
        .agent(["Thank you, the payment of {amount} has arrived.", "Take your time, I'll stay on."]
        ),
      ]),
    Topic(
      name: "insurance", services: ["Billing"],
      steps: [
        .caller([
          "I've changed insurance, it's {insurer} now.", "Do you take {insurer}?",
          "My new card is from {insurer}. Do you need the number?",
        ]),
        .agent([
          "Thanks for telling us. What is the member number on the card?", "We do. Your number?",
        ]),
        .caller(["{member}.", "It's R V, then {member}, I think."]),
        .state("look_up_record"),
        .tool(
          Tool(
            name: "check_coverage", input: [("insurer", "{insurer}"), ("member", "{member}")],
            output: [("eligible", "yes"), ("copay", "{amount}")], integration: "clearinghouse",
            endpoint: "eligibility")),
        .state("confirm"),
        .agent([
          "You are covered, with a copay of {amount} for a visit.",
          "{insurer} has confirmed. Please bring {form} next time.",
        ]),
      ]),
  ]
}
