/// Verbs on buttons and links that many pages share.
extension Phrase {
  static let save = Phrase("Save", "រក្សាទុក")
  static let saveDraft = Phrase("Save draft", "រក្សាទុក|សេចក្ដី|ព្រាង")
  static let saving = Phrase("Saving…", "កំពុង|រក្សាទុក…")
  static let saved = Phrase("Saved.", "បាន|រក្សាទុក។")
  static let cancel = Phrase("Cancel", "បោះបង់")
  static let undo = Phrase("Undo", "មិន|ធ្វើ|វិញ")
  static let goBack = Phrase("Go back", "ត្រឡប់|ក្រោយ")
  static let continueOn = Phrase("Continue", "បន្ត")
  static let add = Phrase("Add", "បន្ថែម")
  static let addAnother = Phrase("Add another", "បន្ថែម|មួយ|ទៀត")
  static let edit = Phrase("Change", "កែ")
  static let remove = Phrase("Remove", "ដក|ចេញ")
  static let delete = Phrase("Delete", "លុប")
  static let open = Phrase("Open", "បើក")
  static let review = Phrase("Review", "ពិនិត្យ")
  static let show = Phrase("Show", "បង្ហាញ")
  static let showAll = Phrase("Show all", "បង្ហាញ|ទាំង|អស់")
  static let apply = Phrase("Apply", "អនុវត្ត")
  static let filter = Phrase("Filter", "តម្រង")
  static let choose = Phrase("Choose…", "ជ្រើសរើស…")
  static let everyone = Phrase("Everyone", "ទាំង|អស់|គ្នា")
  static let print = Phrase("Print", "បោះពុម្ព")
  static let exportCSV = Phrase("Export CSV", "ទាញ|យក CSV")
  static let exportXLSX = Phrase("Export XLSX", "ទាញ|យក XLSX")
  static let download = Phrase("Download", "ទាញ|យក")
  static let accept = Phrase("Accept", "ទទួល|យក")
  static let approve = Phrase("Approve", "អនុម័ត")
  static let confirm = Phrase("Confirm", "បញ្ជាក់")
  static let copy = Phrase("Copy", "ចម្លង")
  static let earlier = Phrase("Earlier", "មុន")
  static let later = Phrase("Later", "ក្រោយ")
  static let previousPage = Phrase("Previous page", "ទំព័រ|មុន")
  static let nextPage = Phrase("Next page", "ទំព័រ|បន្ទាប់")
  static let optional = Phrase("(optional)", "(មិន|ចាំបាច់)")
  static let total = Phrase("Total", "សរុប")
  static let name = Phrase("Name", "ឈ្មោះ")
  static let date = Phrase("Date", "កាលបរិច្ឆេទ")
  static let time = Phrase("Time", "ម៉ោង")
  static let place = Phrase("Place", "ទីកន្លែង")
  static let note = Phrase("Note", "កំណត់|ចំណាំ")
  static let reason = Phrase("Reason", "មូលហេតុ")
  static let action = Phrase("Action", "សកម្មភាព")
  static let chart = Phrase("Chart", "គំនូស")
  static let yes = Phrase("Yes", "បាទ/ចាស")
  static let no = Phrase("No", "ទេ")
  static let unknown = Phrase("Not known", "មិន|ដឹង")
  static let notRecorded = Phrase("Not recorded", "មិន|បាន|កត់ត្រា")
  static let tooFew = Phrase("too few", "តិច|ពេក")
  static let fewAsked = Phrase("few asked", "បាន|សួរ|តិច")
  static let underOnePercent = Phrase("under 1%", "ក្រោម 1%")
  static let underFive = Phrase("under 5", "ក្រោម 5")
  static let none = Phrase("None", "គ្មាន")
  static let all = Phrase("All", "ទាំង|អស់")

  static func countOfTotal(_ part: Int, _ whole: Int) -> Phrase {
    Phrase("\(part) of \(whole)", "\(part) ក្នុង|ចំណោម \(whole)")
  }

  static func andMore(_ count: Int) -> Phrase {
    Phrase("and \(count) more", "និង \(count) ទៀត")
  }

  static func lastChanged(by name: String, _ when: String) -> Phrase {
    Phrase("Last changed by \(name), \(when)", "កែ|ចុងក្រោយ|ដោយ \(name) \(when)")
  }

  static func pageOf(_ page: Int, _ pages: Int) -> Phrase {
    Phrase("Page \(page) of \(pages)", "ទំព័រ \(page) នៃ \(pages)")
  }
}
