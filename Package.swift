// swift-tools-version: 6.2
import PackageDescription

// The plan of the house: every room, what it may import, and nothing from outside but Debian's C libraries.
// Tests/HouseTests reads the same table and fails on any other arrow.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

func room(_ name: String, _ imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: strict)
}

func tests(_ name: String, _ imports: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name + "Tests", dependencies: imports, exclude: exclude, swiftSettings: strict)
}

func library(_ name: String, pkgConfig: String, apt: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let package = Package(
  name: "outreach",
  products: [.executable(name: "outreach", targets: ["outreach"])],
  targets: [
    // C libraries, each behind one room
    library("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
    library("CCurl", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev"),
    library("CMicroHTTPD", pkgConfig: "libmicrohttpd", apt: "libmicrohttpd-dev"),
    library("CSodium", pkgConfig: "libsodium", apt: "libsodium-dev"),
    library("CGnuTLS", pkgConfig: "gnutls", apt: "libgnutls28-dev"),
    library("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    library("CQREncode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),
    library("CXLSX", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),
    .target(
      name: "CPhoneNumber",
      linkerSettings: [.linkedLibrary("phonenumber")]),
    .target(name: "CAssets", exclude: ["web"]),

    // Pure rooms
    room("Domain"),
    room("Targeting", ["Domain"]),
    // Optimised in debug builds too: the tests solve hundreds of plans.
    .target(
      name: "Planning", dependencies: ["Domain"],
      swiftSettings: strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    room("Evaluation", ["Domain"]),

    // Rooms with a door to the outside
    room("Phones", ["Domain", "CPhoneNumber"]),
    room("Secrets", ["CSodium", "CGnuTLS"]),
    room("Catalog", ["Domain", "Phones", "CXLSX"]),
    room("Storage", ["Domain", "Secrets", "CSQLite"]),
    room("Transfer", ["CCurl"]),
    room("HTTPServer", ["CMicroHTTPD", "CZlib"]),
    room("Channels", ["Domain", "Transfer", "Secrets", "Phones"]),
    room("Outbox", ["Domain", "Targeting", "Storage", "Channels", "Secrets", "Phones"]),
    room("Actions", ["Domain", "Targeting", "Planning", "Evaluation", "Catalog", "Storage", "Outbox", "Secrets"]),
    room("Web", ["Domain", "Actions", "HTTPServer", "Secrets", "CAssets", "CQREncode"]),
    .executableTarget(
      name: "outreach",
      dependencies: [
        "Domain", "Targeting", "Planning", "Evaluation", "Catalog", "Phones", "Secrets", "Storage", "Transfer",
        "HTTPServer", "Channels", "Outbox", "Actions", "Web",
      ],
      swiftSettings: strict),

    // Tests
    .target(
      name: "SampleOffice", dependencies: ["Actions", "Domain", "Secrets", "Storage"], path: "Tests/SampleOffice",
      swiftSettings: strict),
    // Starts the real peers and the program itself.
    .target(name: "ChildProcesses", path: "Tests/ChildProcesses", swiftSettings: strict),
    tests("Actions", ["Actions", "Domain", "SampleOffice", "Storage"]),
    tests("Catalog", ["Catalog", "ChildProcesses", "Domain"]),
    tests("Channels", ["Channels", "ChildProcesses", "Domain", "Secrets", "Transfer"]),
    tests("Chaos", ["ChildProcesses"]),
    tests("Domain", ["Domain"]),
    tests("Evaluation", ["Evaluation", "Domain"]),
    tests("HTTPServer", ["ChildProcesses", "HTTPServer", "CZlib"]),
    tests("EndToEnd", ["CSQLite", "ChildProcesses", "Transfer", "outreach"], exclude: ["Golden"]),
    tests("House", []),
    tests("Outbox", ["Outbox", "Channels", "Domain", "Storage"]),
    tests("Phones", ["Phones", "Domain"]),
    tests("Planning", ["Planning", "Domain"]),
    tests("Secrets", ["Secrets"]),
    tests("Storage", ["Storage", "Domain"]),
    tests("Targeting", ["Targeting", "Domain"]),
    tests("Transfer", ["Transfer"]),
    tests("Web", ["Web", "Actions", "Domain", "HTTPServer", "Outbox", "SampleOffice", "Storage"]),
  ],
  cLanguageStandard: .gnu2x,
  cxxLanguageStandard: .cxx17
)
