import Catalog
import Channels
import Domain

/// What channels can be set to, for the reader of files: the adapters' own lists of settings.
enum Adapters {
  static let fields: [AdapterFields] = ChannelList.all.map { recipe in
    AdapterFields(adapter: recipe.adapter, fields: recipe.fields.map(field))
  }

  private static func field(_ field: SettingField) -> AdapterFields.Field {
    AdapterFields.Field(field.name, kind(field.kind), isRequired: field.required, about: field.label.en ?? "")
  }

  private static func kind(_ kind: SettingField.Kind) -> AdapterFields.Field.Kind {
    switch kind {
    case .text: .text
    case .url: .url
    case .mailServer: .mailServer
    case .flag: .flag
    case .secret: .secret
    }
  }
}
