import Facts

/// How sure a reading is, where its rule alone does not say.
///
/// The figures behind these rules are those of bulletins read by hand: an item of one character, a size without the
/// thing that it is of, and a place carried over from a sentence before are wrong several times as often as others.
extension QuantityReading {
    mutating func doubt(placeIsNamed: Bool, dimension: Dimension) {
        let length = item.unicodeScalars.count
        if length <= 1 {
            lower(to: .low, "what is counted is one character long")
        } else if quantity.unit == nil {
            lower(to: .medium, "the number has no unit")
        } else if !placeIsNamed {
            lower(to: .medium, "the place is carried over from a sentence before")
        } else if rule == "item.left", length <= 3, QuantityReading.sizes.contains(dimension) {
            lower(to: .medium, "the item names a size and not of what")
        } else if rule == "item.left", length == 2, action == nil {
            lower(to: .medium, "the item is short, and no verb governs it")
        } else if rule == "item.right", QuantityReading.sizes.contains(dimension) {
            lower(to: .medium, "what is measured stands behind the figure and may be only part of it")
        } else if rule == "item.distributed", length <= 2 {
            lower(to: .medium, "the figures are handed out to short words")
        } else if ["item.completed", "item.doing", "item.carried"].contains(rule) {
            lower(to: .medium, "the item is put together from the clauses before")
        }
    }

    /// Dimensions of sizes, whose figures mean little without their owner.
    private static let sizes: [Dimension] = [.money, .area, .length, .volume, .time, .score, .temperature, .mass]

    private mutating func lower(to bound: Confidence, _ why: String) {
        if confidence == .high || confidence == .medium && bound == .low {
            confidence = bound
            reason = why
        }
    }
}
