import SplitMix64

/// The words that a topic's sentences leave open, `{day}` or `{day2}`. Within a topic each keeps
/// its word.
struct Slots: Sendable {
  private var words: [String: String] = [:]

  mutating func fill(_ template: String, using random: inout SplitMix64) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      text += word(for: String(rest[rest.index(after: open)..<close]), using: &random)
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  mutating func set(_ slot: String, to word: String) {
    words[slot] = word
  }

  /// Forgets the topic's words.
  mutating func clear() {
    words.removeAll()
  }

  private mutating func word(for slot: String, using random: inout SplitMix64) -> String {
    if let word = words[slot] { return word }
    let kind = slot.prefix { !$0.isNumber }
    let taken = Set(words.filter { $0.key.hasPrefix(kind) }.map(\.value))
    let choice = Vocabulary.slots[String(kind)] ?? []
    let free = choice.filter { !taken.contains($0) }
    let word = choice.isEmpty ? slot : random.element(of: free.isEmpty ? choice : free)
    words[slot] = word
    return word
  }
}

/// Nobody's names, and words for the blanks of a sentence.
extension Vocabulary {
  static let firstNames = [
    "Aaliyah", "Benedikt", "Carmen", "Dariusz", "Esther", "Fergus", "Giulia", "Hamza", "Imogen",
    "Jorge", "Kirsten", "Lamar", "Mei-Ling", "Noémie", "Olumide", "Petra", "Quentin", "Rosalind",
    "Søren", "Thandiwe", "Ulrich", "Verónica", "Winston", "Xóchitl", "Yusuf", "Zdenka",
  ]
  static let lastNames = [
    "Abernathy", "Bellweather", "Castellanos", "Dvořák", "Eastwick", "Featherstone", "Grünwald",
    "Hollingsworth", "Ibarra", "Jankowski", "Kirkbride", "Lindqvist", "Mbeki-Ross", "Nakamura",
    "O'Shaughnessy", "Papadakis", "Quillfeather", "Ravensworth", "Stavropoulos", "Thistlewood",
    "Underhill", "Villanueva", "Wetherby", "Yamazaki", "Zielińska",
  ]
  static let slots: [String: [String]] = [
    "doctor": [
      "Dr. Amundsen", "Dr. Basu", "Dr. Carrington", "Dr. Delacroix", "Dr. Eskandari",
      "Dr. Fitzwilliam", "Dr. Guerrero", "Dr. Hashimoto", "Dr. Ivanova", "Dr. Jefferson",
    ],
    "day": [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "next Monday",
      "next Thursday", "the third of December", "the ninth of December",
    ],
    "time": [
      "8:15", "8:40", "9:20", "10:05", "10:50", "11:30", "half past one", "2:10", "2:45",
      "a quarter to four", "4:30", "5:15",
    ],
    "complaint": [
      "my left knee", "this rash on my arm", "a cough that won't go away", "my blood pressure",
      "the migraines", "my shoulder", "a mole that has changed", "my back", "the dizzy spells",
      "an ear that keeps ringing",
    ],
    "symptom": [
      "a fever of a hundred and two", "a sore throat", "cramps in my calf", "blurry vision",
      "a tight feeling in my chest", "a swollen ankle", "a rash that spreads",
      "pain when I breathe in", "a stomach ache since last night", "a headache behind one eye",
    ],
    "since": [
      "this morning", "last night", "about three days", "Sunday", "a week or so",
      "I woke up today", "right after lunch",
    ],
    "drug": [
      "lisinopril", "metformin", "atorvastatin", "levothyroxine", "amlodipine", "omeprazole",
      "sertraline", "albuterol", "gabapentin", "hydrochlorothiazide", "montelukast",
    ],
    "dose": ["5 milligrams", "10 milligrams", "20 milligrams", "50 micrograms", "500 milligrams"],
    "pharmacy": [
      "Cedar Street Pharmacy", "Harborview Drugs", "the Elm Square pharmacy", "Northgate Chemists",
      "Willow Park Pharmacy",
    ],
    "amount": ["$42.10", "$86.00", "$118.75", "$240.00", "$315.40", "$57.25", "$1,204.90"],
    "charge": [
      "the lab work", "an x-ray", "the emergency visit", "physical therapy", "a consultation",
      "the ultrasound", "a vaccination",
    ],
    "test": [
      "cholesterol panel", "thyroid test", "blood count", "biopsy", "urine culture", "chest x-ray",
      "glucose test", "allergy panel", "vitamin D level",
    ],
    "finding": [
      "within the normal range", "slightly elevated", "a little low", "unchanged since last year",
      "negative", "not back from the lab yet",
    ],
    "clinic": [
      "Riverside Main", "the Oak Hill clinic", "Riverside Pediatrics", "the Harbor campus",
      "the Westfield office", "the imaging center",
    ],
    "street": [
      "14 Larkspur Lane", "2200 Quarry Road", "the corner of Elm and Fourth", "77 Mill Pond Way",
      "901 Juniper Avenue",
    ],
    "landmark": [
      "the old fire station", "the public library", "a blue water tower", "the farmers' market",
      "the bus terminal",
    ],
    "insurer": [
      "Evergreen Mutual", "Lakeshore Health", "Pinnacle Care", "Summit Assurance", "Tri-River Plan",
    ],
    "member": ["RV-204418", "RV-377105", "RV-590263", "RV-618840", "RV-731992", "RV-846057"],
    "birth": [
      "March 4th, 1961", "the 19th of July 1985", "November 30th, 1972", "the 2nd of May 1990",
      "August 11th, 1948", "January 27th, 2001", "October 8th, 1967",
    ],
    "line": ["+12125550142", "+13035550117", "+14155550163", "+16175550188", "+18085550129"],
    "relative": ["my mother", "my husband", "my daughter", "my son", "my wife", "my father"],
    "specialist": [
      "cardiology", "dermatology", "an orthopedist", "neurology", "the allergist", "a podiatrist",
    ],
    "form": [
      "the insurance card", "a photo ID", "the referral letter", "a list of your medications",
      "the consent form",
    ],
    "shot": ["the flu shot", "the tetanus booster", "the shingles vaccine", "the measles vaccine"],
    "code": ["48-17", "93-02", "71-56", "20-88", "64-31"],
  ]
}
