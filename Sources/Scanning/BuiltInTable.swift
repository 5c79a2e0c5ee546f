import Tables

/// The tables that Tongbao brings along; the one place where their bytes are copied out of the binary.
package enum BuiltInTable: CaseIterable {
    case units, lexicon, vocabulary, words, indicators, wording, compatibility, layout, places, towns, foreignPlaces,
        placeWords, placeBoundaries, confidence, festivals

    /// The bytes of the table's file.
    package var bytes: [UInt8] {
        switch self {
        case .units: unsafe BuiltInTable.copy(tongbao_units)
        case .lexicon: unsafe BuiltInTable.copy(tongbao_lexicon)
        case .vocabulary: unsafe BuiltInTable.copy(tongbao_vocabulary)
        case .words: unsafe BuiltInTable.copy(tongbao_words)
        case .indicators: unsafe BuiltInTable.copy(tongbao_indicators)
        case .wording: unsafe BuiltInTable.copy(tongbao_wording)
        case .compatibility: unsafe BuiltInTable.copy(tongbao_compatibility)
        case .layout: unsafe BuiltInTable.copy(tongbao_layout)
        case .places: unsafe BuiltInTable.copy(tongbao_places)
        case .towns: unsafe BuiltInTable.copy(tongbao_towns)
        case .foreignPlaces: unsafe BuiltInTable.copy(tongbao_foreign_places)
        case .placeWords: unsafe BuiltInTable.copy(tongbao_place_words)
        case .placeBoundaries: unsafe BuiltInTable.copy(tongbao_place_boundaries)
        case .confidence: unsafe BuiltInTable.copy(tongbao_confidence)
        case .festivals: unsafe BuiltInTable.copy(tongbao_festivals)
        }
    }

    private static func copy(_ table: tongbao_table) -> [UInt8] {
        guard let start = unsafe table.bytes else { return [] }
        return unsafe Array(UnsafeBufferPointer(start: start, count: table.count))
    }
}
