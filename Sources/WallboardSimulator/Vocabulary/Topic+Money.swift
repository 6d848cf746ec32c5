extension Topic {
  /// Statements, payments, insurance.
  static let money = [
    Topic(
      name: "statement", services: ["Billing"],
      steps: [
        .caller([
          "I got a bill over {amount} and I don't know what it's for.",
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
          "You may dispute it, or pay in three parts. What would you prefer?",
        ]),
        .caller(["Send it again, please.", "Three parts would help.", "I want it in writing."]),
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
          "Certainly. There is {amount} open for {charge}. Would you like to pay all of it?",
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
