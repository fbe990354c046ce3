/// What people read who want no more messages.
extension Phrase {
  static let stopContact = Phrase("Do not contact me again", "កុំ|ទាក់ទង|ខ្ញុំ|ទៀត")
  static let stopExplained = Phrase(
    "Press the button and this office sends nothing more to this address, whatever it is about.",
    "ចុច|ប៊ូតុង|នេះ ការិយាល័យ|នឹង|មិន|ផ្ញើ|សារ|អ្វី|មក|អាសយដ្ឋាន|នេះ|ទៀត|ទេ។")
  static let contactStopped = Phrase("Stopped", "បាន|បញ្ឈប់")
  static let contactStoppedDetail = Phrase(
    "You will get no more messages from us at this address.", "អ្នក|នឹង|មិន|ទទួល|សារ|ពី|យើង|តាម|អាសយដ្ឋាន|នេះ|ទៀត|ទេ។")
  static let stopLinkUnknown = Phrase("This link does not work", "តំណ|នេះ|មិន|ដំណើរការ|ទេ")
  static let stopLinkUnknownDetail = Phrase(
    "It may have been cut off. Copy the whole link from the message, or tell the office that you want no messages.",
    "តំណ|នេះ|អាច|មិន|ពេញលេញ។ សូម|ចម្លង|តំណ|ទាំងមូល|ពី|សារ ឬ|ប្រាប់|ការិយាល័យ|ថា|អ្នក|មិន|ចង់|ទទួល|សារ។")
}
