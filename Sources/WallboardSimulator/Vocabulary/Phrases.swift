/// What is said on every call, whatever it is about.
extension Vocabulary {
  static let greetings = [
    "Thank you for calling Riverside Clinic, this is {agent}. How can I help you today?",
    "Riverside Clinic, {service}. My name is {agent}, what can I do for you?",
    "Hello, you've reached {service} at Riverside. I'm {agent}. How may I help?",
    "Good day, this is {agent}, the virtual assistant of Riverside Clinic. What brings you in?",
  ]
  static let outboundGreetings = [
    "Hello, this is {agent} calling from Riverside Clinic. Am I speaking with {name}?",
    "Hi, {agent} here, from {service} at Riverside. Is this {first}?",
  ]
  static let hellos = [
    "Hi, yes, I have a question, actually two.", "Hello? Oh good, somebody picked up.",
    "Hi there, I hope you can help me out.", "Good morning. I was on your website and got lost.",
    "Yes, hello, I'm calling again about the same thing.", "Hi, is this a real person?",
    "Hello, it's {name}.",
  ]
  static let answers = [
    "Speaking.", "Yes, this is {first}, who is this?", "Yes it is. Is something wrong?",
    "That's me. I only have a couple of minutes.",
  ]
  static let identityQuestions = [
    "I can help with that. May I have your full name and date of birth?",
    "Of course. Let me pull up your record first: your name and date of birth, please?",
    "Happy to help. To be sure I have the right person, could you tell me your name and birthday?",
    "Before we start, I need to verify who you are. Name and date of birth, please.",
  ]
  static let identityAnswers = [
    "It's {name}, born {birth}.", "{name}. {birth}.", "Sure, {birth}, and the name is {name}.",
    "My name is {name}, that's spelled the usual way, and I was born on {birth}.",
  ]
  static let identityConfirmations = [
    "Thank you, {first}. I have your record in front of me.",
    "Perfect, I found you. Member number {member}, is that right?",
    "Thanks, {first}. Can I reach you at {number} if we get cut off?",
  ]
  static let anythingElse = [
    "Is there anything else I can help you with?", "Anything else on your list, {first}?",
    "Before I let you go, was there something else?", "What else can I do for you today?",
  ]
  static let oneMoreThing = [
    "Actually, yes, one more thing.", "Now that you ask, there is something.",
    "Yes. While I have you on the line.", "Oh, right, I almost forgot.",
  ]
  static let interjections = [
    "Sorry, can I just stop you there?", "Wait, which one was that?", "Hold on, let me find a pen.",
    "No no, that's not what I meant.", "Uh, hello? Are you still there?",
    "Yes yes, I know that part.",
    "Could you speak up a little?", "Sorry, the dog. Go ahead.",
  ]
  static let afterInterjections = ["Of course.", "No problem.", "Sorry about that.", "Sure."]
  static let fillers: [String: [String]] = [
    "working": [
      "One moment, I'm looking that up.", "Let me check that for you.",
      "Bear with me for a second.",
      "This may take a few seconds.", "I'm just pulling that up now.",
    ],
    "receipt": ["Got it.", "Okay.", "Mm-hm, I see.", "Understood.", "All right."],
    "empathy": [
      "I'm sorry to hear that.", "That sounds stressful.",
      "I understand, that must be frustrating.",
      "Oh no. Let's see what we can do.",
    ],
  ]
  static let toolErrors = [
    "The record system did not answer within 5 s", "HTTP 503 from the scheduling service",
    "No patient matches the given fields", "Rate limit of the integration exceeded",
    "Validation failed: 'day' is not a date",
  ]
  static let toolApologies = [
    "I'm sorry, the system didn't answer. Let me try that again.",
    "Hm, that didn't go through. One more try.",
    "Apologies, that ended in an error. I'll repeat it.",
  ]
  static let forwarding = [
    "I'll put you through to {clinic}. Please stay on the line.",
    "That is best handled by {clinic}. I'm connecting you now.",
  ]
  static let forwardErrors = ["busy", "no answer after 20 s", "number not in service"]
  static let forwardFailed = [
    "I'm afraid nobody is picking up. I can leave them a message for you.",
    "The line is busy, unfortunately. Shall they call you back at {number}?",
  ]
  static let escalations = [
    "I'd like a colleague to take this from here. One moment, please.",
    "Let me bring in a person who can help you better. Please stay with me.",
    "This needs a person. I'm asking somebody to join us right away.",
  ]
  static let waits = [
    "Thank you for waiting, {first}. Somebody will be with you shortly.",
    "I'm still here. The next free colleague will take your call.",
    "It won't be long now. I have told them what this is about.",
    "You are next in line. Is the pain any different than before?",
    "While we wait, may I confirm that {number} is the best number for you?",
  ]
  static let impatience = [
    "How much longer is this going to take?", "Okay, I'll wait.",
    "I really need to talk to somebody.",
    "This is the third time I'm on hold this week.", "Fine. But please hurry.",
    "Can't you just do it yourself?",
  ]
  static let operatorLines = [
    "Hello {first}, I'm a nurse here at Riverside. I've read what you told our assistant.",
    "I'm taking over from here. Tell me in your own words what happened.",
    "Are you somewhere safe and comfortable right now?",
    "I see {drug} on your list. Do you still take {dose} a day?",
    "I've spoken with {doctor}, who would like to see you {day} at {time}.",
    "Let me write that down. {symptom}, since {since}, is that right?",
    "I can take {amount} off that statement, the charge was entered twice.",
    "I'm sending you the details to {number} as a text message.",
    "If it gets worse, don't wait: call emergency services.",
    "Would it be all right if I call you back at {number} this afternoon?",
    "I understand. You did the right thing by calling.",
    "Who is with you at the moment? Is {relative} at home?",
  ]
  static let operatorAnswers = [
    "Thank you, that helps a lot.", "Yes, that's right.", "I already told the machine all that.",
    "No, nobody's here, {relative} is at work.", "It started {since}, and it isn't getting better.",
    "Okay. Okay, I can do that.", "And what does it cost me?", "It's {symptom}, mostly at night.",
    "Could you repeat that, please?", "I'll be there {day}, thank you.",
    "You're the first one who listens.", "Yes, {number}, any time.",
  ]
  static let handbacks = [
    "Hello again, {first}, this is {agent}. My colleague has handed you back to me.",
    "I'm back. I'll see to the rest of it with you.",
  ]
  /// Before the gist of what an operator has told the agent.
  static let guidedLines = [
    "My colleague asks me to add this, {first}:", "I have just been given a note for you:",
    "Before we go on, here is what my team tells me:", "Let me take this up first:",
  ]
  static let farewells = [
    "Thank you for calling, {first}. Take care!", "You're all set. Have a good day, {first}.",
    "Goodbye, and get well soon.", "Thanks for your patience, {first}. Bye now.",
  ]
  static let goodbyes = [
    "Thanks, bye.", "Thank you so much. Goodbye.", "Great, bye-bye.", "All right, you too.",
  ]
  static let compoundEmotions = [
    "worried hope", "tired relief", "polite impatience", "embarrassed worry", "grateful surprise",
  ]
}
