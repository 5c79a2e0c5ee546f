public import Scanning

extension Gazetteer {
    /// A gazetteer of the places of a table, after those of another.
    ///
    /// The columns may stand in any order, under English or Chinese names: `name` (名称) must be there; `code` (代码),
    /// `level` (级别), `parent` (上级, a code or a name) and `short` (简称, parted by `;`, or `-` for none) may be missing. The published
    /// tables of streets and communities (`code,name,areaCode,provinceCode,cityCode`, `streetCode`) are read as they are.
    /// A row with a code that is known gives that place its new name; one whose name its parent already has is passed over.
    ///
    /// - Throws: `GazetteerError` with the line where a row has no name, or its level or parent cannot be told.
    public init(extending base: Gazetteer? = nil, with table: [UInt8]) throws(GazetteerError) {
        var reader = GazetteerReader(base: base, bytes: table.count)
        try reader.read(table)
        self = try reader.finished()
    }
}

/// A fault in a table of places, with its line.
public struct GazetteerError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Kind: Sendable, Equatable {
        /// The file is no table: a quote does not end, the text is not UTF-8 …
        case table(TableError)
        /// The header names no column `name` (名称).
        case noNameColumn
        case noName
        case unknownLevel(String)
        case unknownParent(String)
        /// Several wider places have the name of the parent; they have these codes.
        case ambiguousParent(String, codes: [String])
        /// Neither `level` nor the digits of `code` tell the rank of the place.
        case noLevel(String)
    }

    /// Number of the line in the file, from 1.
    public let line: Int
    public let kind: Kind

    public init(line: Int, kind: Kind) {
        self.line = line
        self.kind = kind
    }

    /// What is wrong, where, and what to do.
    public var description: String {
        switch kind {
        case .table(let error): "line \(line): \(error.kind.fault); \(error.kind.remedy)"
        case .noNameColumn: "line \(line): no column `name` (名称); name it in the first line"
        case .noName: "line \(line): the place has no name; fill in the column or remove the line"
        case .unknownLevel(let level):
            "line \(line): unknown level \(level); use province, prefecture, county, zone, street, community or estate"
        case .unknownParent(let parent):
            "line \(line): unknown parent \(parent); give the code or name of a place of the table or the gazetteer"
        case .ambiguousParent(let parent, let codes):
            "line \(line): there are several \(parent); give the code of the one that is meant: \(codes.joined(separator: ", "))"
        case .noLevel(let name): "line \(line): the level of \(name) is not known; add a column `level` (级别)"
        }
    }
}

/// Takes in the rows of one table.
private struct GazetteerReader {
    private var gazetteer: Gazetteer
    private let words = PlaceWords.builtIn
    private var columns = Columns()
    private var placesByCode: [String: Int32] = [:]
    /// Rows whose parent stands further down in the table.
    private var pending: [(place: Int32, parents: [String], line: Int)] = []

    /// The position of each column, or -1.
    struct Columns {
        var code = -1
        var name = -1
        var level = -1
        var short = -1
        /// A column that must name the parent where it is filled in.
        var parent = -1
        /// Columns of the published tables that name wider divisions, the narrowest first.
        var divisions: [Int] = []
    }

    init(base: Gazetteer?, bytes: Int) {
        let rows = bytes / 24
        gazetteer = base ?? Gazetteer(capacity: rows)
        gazetteer.reserve(rows)
        placesByCode.reserveCapacity(gazetteer.count + rows)
        for place in gazetteer.places where !gazetteer.code(of: place).isEmpty {
            placesByCode[gazetteer.code(of: place)] = place.index
        }
    }

    mutating func read(_ table: [UInt8]) throws(GazetteerError) {
        var reader = CSVReader(table, comments: true)
        guard let (line, header) = try next(&reader) else { return }
        columns = Self.columns(of: header)
        guard columns.name >= 0 else { throw GazetteerError(line: line, kind: .noNameColumn) }
        while let (line, fields) = try next(&reader) {
            try add(fields, line: line)
        }
    }

    private func next(_ reader: inout CSVReader) throws(GazetteerError) -> (line: Int, fields: [String])? {
        do throws(TableError) {
            return try reader.next()
        } catch {
            throw GazetteerError(line: error.line, kind: .table(error))
        }
    }

    private static func columns(of header: [String]) -> Columns {
        func position(_ names: String...) -> Int {
            header.firstIndex { names.contains($0) } ?? -1
        }
        var columns = Columns()
        columns.code = position("code", "代码", "编码", "区划代码")
        columns.name = position("name", "名称", "地名")
        columns.level = position("level", "级别", "层级")
        columns.short = position("short", "简称", "别名")
        columns.parent = position("parent", "上级")
        columns.divisions = ["streetCode", "areaCode", "cityCode", "provinceCode"].map { position($0) }.filter {
            $0 >= 0
        }
        return columns
    }

    private mutating func add(_ fields: [String], line: Int) throws(GazetteerError) {
        func field(_ column: Int) -> String {
            column >= 0 && column < fields.count ? fields[column] : ""
        }
        let given = field(columns.name)
        guard !given.isEmpty else { throw GazetteerError(line: line, kind: .noName) }
        let code = Self.unpadded(field(columns.code))
        let level = try self.level(named: field(columns.level), code: code, name: given, line: line)
        let name = words.officeRemoved(from: given, level: level)

        if let known = placesByCode[code] {
            gazetteer.rename(known, name, words: words)
            addShortNames(field(columns.short), to: known)
            return
        }
        let widerNames = parentNames(of: fields, code: code)
        let parent = try place(amongNames: widerNames, above: level, line: line)
        // 莫斯科 is another place than 莫斯科州, which a text may call so.
        if let parent, let known = gazetteer.child(of: parent, named: name),
            gazetteer.levels[Int(known)] == level || !gazetteer.isAbroad(PlaceID(parent))
        {
            if !code.isEmpty { placesByCode[code] = known }
            return
        }
        let short = field(columns.short)
        let added = gazetteer.append(
            name, code: code, level: level, parent: parent ?? -1, isShortened: short != "-", words: words)
        if !code.isEmpty { placesByCode[code] = added }
        if parent == nil, !widerNames.isEmpty { pending.append((added, widerNames, line)) }
        if short != "-" { addShortNames(short, to: added) }
    }

    private func level(named name: String, code: String, name place: String, line: Int) throws(GazetteerError)
        -> PlaceLevel
    {
        if !name.isEmpty {
            guard let level = PlaceLevel(named: name) else {
                throw GazetteerError(line: line, kind: .unknownLevel(name))
            }
            return level
        }
        guard let level = PlaceLevel(ofCode: code) ?? words.level(ofName: place) else {
            throw GazetteerError(line: line, kind: .noLevel(place))
        }
        return level
    }

    private mutating func addShortNames(_ field: String, to place: Int32) {
        for short in field.split(separator: ";") {
            gazetteer.addShortName(String(short), to: place, words: words)
        }
    }

    /// What a row says of its parent, the nearest first: a column of its own, the divisions, the code's beginning.
    private func parentNames(of fields: [String], code: String) -> [String] {
        if columns.parent >= 0, columns.parent < fields.count, !fields[columns.parent].isEmpty {
            return [fields[columns.parent]]
        }
        var parents = columns.divisions.compactMap { $0 < fields.count && !fields[$0].isEmpty ? fields[$0] : nil }
        for digits in [9, 6, 4, 2] where code.utf8.count > digits { parents.append(String(code.prefix(digits))) }
        return parents
    }

    /// The first place that a row means by its parents; it must be wider, so that chains end.
    ///
    /// - Throws: `GazetteerError` where several places have the name by which the row calls its parent.
    private func place(amongNames parents: [String], above level: PlaceLevel, line: Int) throws(GazetteerError)
        -> Int32?
    {
        for parent in parents {
            if let place = placesByCode[Self.unpadded(parent)], gazetteer.levels[Int(place)] < level { return place }
            let called = gazetteer.places(named: parent).filter { gazetteer.level(of: $0) < level }
            let named = called.filter { gazetteer.name(of: $0) == parent }
            let meant = named.isEmpty ? called : named
            if columns.parent >= 0, meant.count > 1 {
                let codes = meant.map { gazetteer.code(of: $0) }.filter { !$0.isEmpty }.sorted()
                throw GazetteerError(line: line, kind: .ambiguousParent(parent, codes: codes))
            }
            if let place = meant.first { return place.index }
        }
        return nil
    }

    mutating func finished() throws(GazetteerError) -> Gazetteer {
        for (place, parents, line) in pending {
            let level = gazetteer.levels[Int(place)]
            if let parent = try self.place(amongNames: parents, above: level, line: line) {
                gazetteer.parents[Int(place)] = parent
            } else if columns.parent >= 0 {
                throw GazetteerError(line: line, kind: .unknownParent(parents[0]))
            }
        }
        gazetteer.linkChildren()
        return gazetteer
    }

    /// A code without the zeros that stand for no division: 140213000000 → 140213.
    private static func unpadded(_ code: String) -> String {
        let bytes = code.utf8Span.span
        var digits = bytes.count
        while true {
            if digits == 12 || digits == 9, bytes.has("000", before: digits) {
                digits -= 3
            } else if digits == 6 || digits == 4, bytes.has("00", before: digits) {
                digits -= 2
            } else {
                return digits == bytes.count ? code : bytes.string(0..<digits)
            }
        }
    }
}

extension Gazetteer {
    fileprivate mutating func reserve(_ rows: Int) {
        names.reserveCapacity(count + rows)
        codes.reserveCapacity(count + rows)
        parents.reserveCapacity(count + rows)
        levels.reserveCapacity(count + rows)
    }

    fileprivate mutating func append(
        _ name: String, code: String, level: PlaceLevel, parent: Int32, isShortened: Bool, words: PlaceWords
    ) -> Int32 {
        let place = Int32(count)
        names.append(Slice(offset: 0, length: 0))
        codes.append(Slice(offset: index.store(code.utf8), length: UInt16(clamping: code.utf8.count)))
        levels.append(level)
        parents.append(parent)
        rename(place, name, isShortened: isShortened, words: words)
        return place
    }

    /// Gives a place its name; an earlier name still leads to it.
    fileprivate mutating func rename(_ place: Int32, _ name: String, isShortened: Bool = true, words: PlaceWords) {
        var name = Array(name.utf8)
        if name.count > UInt16.max { name.removeLast(name.count - Int(UInt16.max)) }
        let known = names[Int(place)]
        if Int(known.length) == name.count, text(known).utf8.elementsEqual(name) { return }
        let level = levels[Int(place)]
        let offset = index.store(name)
        names[Int(place)] = Slice(offset: offset, length: UInt16(name.count))
        let abroad: NameIndex.Traits = isAbroad(PlaceID(place)) ? .abroad : []
        var traits = abroad
        if words.isCommon(name.span, 0, name.count) { traits.insert(.needsContext) }
        if !isShortened { traits.insert(.unshortened) }
        index.insert(offset: offset, length: name.count, place: place, level: level, traits: traits)
        // A short name is the beginning of the full one; of streets and communities it would be any word, and so it would
        // be of places abroad that are called by two characters (三重县, 大分县).
        if isShortened, level < .street, let length = words.shortLength(ofName: name.span),
            abroad.isEmpty || length >= 9
        {
            index.insert(
                offset: offset, length: length, place: place, level: level,
                traits: shortTraits(name.span, length, level, words).union(abroad))
        }
    }

    fileprivate mutating func addShortName(_ name: String, to place: Int32, words: PlaceWords) {
        let name = Array(name.utf8)
        let offset = index.store(name)
        // 靖州县 for 靖州苗族侗族自治县 is as good as the full name.
        var traits =
            words.shortLength(ofName: name.span) != nil
            ? [] : shortTraits(name.span, name.count, levels[Int(place)], words)
        if isAbroad(PlaceID(place)) { traits.insert(.abroad) }
        index.insert(
            offset: offset, length: name.count, place: place, level: levels[Int(place)], traits: traits)
    }

    private func shortTraits(_ name: Span<UInt8>, _ length: Int, _ level: PlaceLevel, _ words: PlaceWords)
        -> NameIndex.Traits
    {
        level >= .county || words.isCommon(name, 0, length) ? [.short, .needsContext] : .short
    }

    fileprivate func child(of parent: Int32, named name: String) -> Int32? {
        let name = name.utf8Span.span
        guard var entry = index.entry(named: name, 0, name.count) else { return nil }
        while entry >= 0 {
            let place = index.entries[entry].place
            if parents[Int(place)] == parent { return place }
            entry = Int(index.entries[entry].next)
        }
        return nil
    }
}
