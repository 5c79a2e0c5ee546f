/// How a ledger's bulletins are named in reports: by their path and, where two of them came under one path, by their key
/// too, so that figures lead back to the right one.
package struct DocumentNames {
    private let names: [Int64: String]

    package init(_ bulletins: [BulletinSummary]) {
        let shared = Dictionary(grouping: bulletins, by: \.path).filter { $0.value.count > 1 }
        names = Dictionary(
            bulletins.map { bulletin in
                let path = bulletin.path
                return (bulletin.id, shared[path] == nil ? path : Self.name(path, key: bulletin.identity.key))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The name of the bulletin with that number.
    package subscript(bulletin: Int64) -> String { names[bulletin] ?? "" }

    /// The name of a bulletin whose path is not its own alone.
    static func name(_ path: String, key: String) -> String { "\(path) (\(key))" }
}
